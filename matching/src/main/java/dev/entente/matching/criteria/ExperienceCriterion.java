package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.minimum;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.quotient;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.numbers.Traits;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.vocabulary.SkillId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Months worked in the posting's domains, up to what is asked, and the portfolio, half each.
///
/// More months than asked never lower it: a penalty for "too much" would be a penalty on age.
final class ExperienceCriterion implements Criterion {
  private static final int RELEVANCE_TENTHS = 6;
  private static final int QUALITY_TENTHS = 4;

  @Override
  public CriterionId id() {
    return new CriterionId("experience");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(
        posting.posting(),
        askedMonths(posting.posting().level()),
        new WorkedMonths(posting.posting().domains(), conditions.asOf()));
  }

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    return new Recorded(posting, lastMonth(conditions.asOf()));
  }

  @Override
  public void write(CandidateFacts facts, NumberWriter section) {
    Candidate candidate = facts.candidate();
    section.number(candidate.experiences().isEmpty() && candidate.projects().isEmpty() ? 0 : 1);
    section.number(PortfolioQuality.of(facts));
    RecordedMonths.write(candidate.experiences(), section);
  }

  @Override
  public Standing standing(RunConditions conditions) {
    return new Portfolio(lastMonth(conditions.asOf()));
  }

  private static int lastMonth(Instant asOf) {
    return Math.toIntExact(RecordedMonths.number(YearMonth.from(asOf.atOffset(ZoneOffset.UTC))));
  }

  private static int askedMonths(Optional<ExperienceLevel> level) {
    if (level.isEmpty()) {
      return 24;
    }
    return switch (level.get()) {
      case ENTRY -> 0;
      case JUNIOR -> 12;
      case MID -> 36;
      case SENIOR -> 60;
      case LEAD -> 96;
    };
  }

  /// @param shownSkills required skills that are used or assessed
  /// @param quality of the portfolio, `0..10_000`
  /// @param documented whether there is any experience or project, of whatever domain
  private record Counts(
      int askedMonths,
      int months,
      int requiredSkills,
      int shownSkills,
      int quality,
      boolean documented)
      implements Assessment {

    @Override
    public int score() {
      return score(experienceMatch(), portfolio(relevance(), quality));
    }

    private static int score(int experienceMatch, int portfolio) {
      return Rounding.halfUpToInt(experienceMatch + portfolio, 2);
    }

    private int experienceMatch() {
      return askedMonths == 0
          ? WHOLE
          : Rounding.halfUpToInt((long) WHOLE * Math.min(months, askedMonths), askedMonths);
    }

    private int relevance() {
      return Rounding.halfUpToInt((long) WHOLE * shownSkills, requiredSkills);
    }

    private static int portfolio(int relevance, int quality) {
      return Rounding.halfUpToInt(RELEVANCE_TENTHS * relevance + QUALITY_TENTHS * quality, 10);
    }

    @Override
    public OptionalInt coverage() {
      return OptionalInt.of(experienceMatch());
    }

    @Override
    public int confidence() {
      return documented ? WHOLE : 0;
    }
  }

  private record Prepared(JobPosting posting, int askedMonths, WorkedMonths worked)
      implements PreparedCriterion {

    @Override
    public Counts assess(CandidateFacts facts) {
      Candidate candidate = facts.candidate();
      return new Counts(
          askedMonths,
          worked.in(candidate.experiences()),
          posting.skills().size(),
          shown(facts),
          PortfolioQuality.of(facts),
          !candidate.experiences().isEmpty() || !candidate.projects().isEmpty());
    }

    private int shown(CandidateFacts facts) {
      int shown = 0;
      for (SkillId skill : posting.skills()) {
        shown += isShown(facts, skill) ? 1 : 0;
      }
      return shown;
    }

    private static boolean isShown(CandidateFacts facts, SkillId skill) {
      SkillEvidence evidence = facts.skills().get(skill);
      return evidence != null && evidence != SkillEvidence.DECLARED;
    }

    @Override
    public Explanation explain(CandidateFacts facts) {
      Counts counts = assess(facts);
      return quotient(
          "score",
          sum("halves", experienceMatch(facts, counts), portfolio(facts, counts)),
          constant("halvesOfTheWhole", 2));
    }

    private Explanation experienceMatch(CandidateFacts facts, Counts counts) {
      if (askedMonths == 0) {
        return constant("experienceMatch", Assessment.WHOLE);
      }
      Explanation months =
          fact("months", counts.months(), worked.evidence(facts.candidate().experiences()));
      return quotient(
          "experienceMatch",
          product(
              "countedShare",
              constant("whole", Assessment.WHOLE),
              minimum("countedMonths", months, constant("askedMonths", askedMonths))),
          constant("askedMonths", askedMonths));
    }

    private Explanation portfolio(CandidateFacts facts, Counts counts) {
      Collection<SkillId> shown =
          posting.skills().stream().filter(skill -> isShown(facts, skill)).toList();
      Explanation relevance =
          quotient(
              "portfolioRelevance",
              product(
                  "shownShare",
                  constant("whole", Assessment.WHOLE),
                  fact(
                      "shownRequiredSkills",
                      counts.shownSkills(),
                      new SkillPlaces(facts).ofWanted(shown))),
              constant("requiredSkills", counts.requiredSkills()));
      return quotient(
          "portfolio",
          sum(
              "tenths",
              product("relevanceTenths", constant("relevanceWeight", RELEVANCE_TENTHS), relevance),
              product(
                  "qualityTenths",
                  constant("qualityWeight", QUALITY_TENTHS),
                  PortfolioQuality.explain(facts))),
          constant("tenthsOfTheWhole", 10));
    }
  }

  private static final class Recorded implements RecordedCriterion {
    private final int askedMonths;
    private final int requiredSkills;
    private final PostingNumbers posting;
    private final int lastMonth;
    // By months, as many as are asked for, and by shown skills.
    private final int[] experienceMatches;
    private final int[] relevances;

    private Recorded(PostingNumbers posting, int lastMonth) {
      JobPosting asked = posting.facts().posting();
      askedMonths = askedMonths(asked.level());
      requiredSkills = asked.skills().size();
      this.posting = posting;
      this.lastMonth = lastMonth;
      experienceMatches = each(askedMonths, months -> counts(months, 0, 0).experienceMatch());
      relevances = each(requiredSkills, shown -> counts(0, shown, 0).relevance());
    }

    private static int[] each(int last, IntUnaryOperator value) {
      return IntStream.rangeClosed(0, last).map(value).toArray();
    }

    private Counts counts(int months, int shown, int quality) {
      return new Counts(askedMonths, months, requiredSkills, shown, quality, true);
    }

    @Override
    public Counts assess(Overlap overlap, NumberReader section) {
      boolean documented = section.next() == 1;
      int quality = section.next();
      int months = RecordedMonths.in(posting::hasDomain, lastMonth, section);
      return new Counts(askedMonths, months, requiredSkills, overlap.shown(), quality, documented);
    }

    /* score <= months/2 + (6 relevance + 4 quality)/20 + 3/4, the last for two roundings; the months'
     * and the quality's part stand in Portfolio, where at least a year is asked. They and the score are
     * whole, so the rest is rounded down. */
    @Override
    public int ceiling(Overlap most) {
      return (RELEVANCE_TENTHS * relevances[most.shown()] + 15) / 20
          + (askedMonths == 0 ? Assessment.WHOLE / 2 : 0);
    }

    // The months' part stands in Portfolio as a share of a year, which is more; where no months are
    // asked for, the ceiling counts it once more.
    @Override
    public int deduction(int months) {
      int counted = askedMonths == 0 ? 0 : experienceMatches[Math.min(askedMonths, months)];
      return (Portfolio.share(months) - counted) / 2;
    }

    @Override
    public int bound(Traits traits, Overlap most) {
      int months = Math.min(askedMonths, Portfolio.months(traits, posting.domainCount()));
      int portfolio = Counts.portfolio(relevances[most.shown()], Portfolio.quality(traits));
      return Counts.score(experienceMatches[months], portfolio);
    }

    @Override
    public boolean isBoundScore() {
      return posting.domainCount() == 1;
    }
  }

  /// The quality, the months in all domains together, more than which no set of domains has, and
  /// those in the domain alone.
  private record Portfolio(int lastMonth) implements Standing.Marked {
    // The fewest that any posting asks for, if it asks: the share of more months is smaller.
    private static final int YEAR = 12;
    private static final int MOST_ASKED = askedMonths(Optional.of(ExperienceLevel.LEAD));

    private static int quality(Traits traits) {
      return traits.get(0);
    }

    private static int months(Traits traits, int askedDomains) {
      return traits.get(askedDomains == 1 ? 2 : 1);
    }

    @Override
    public int traits() {
      return 3;
    }

    @Override
    public void measure(CandidateNumbers candidate, NumberReader section, Domains domains) {
      section.skipNumbers(1);
      int quality = section.next();
      int intervals = section.position();
      int all = months(_ -> true, section);
      for (int i = 0; i < candidate.domainCount(); i++) {
        int domain = candidate.domain(i);
        section.to(intervals);
        int alone = months(one -> one == domain, section);
        Traits traits = domains.row(i);
        traits.set(0, quality);
        traits.set(1, all);
        traits.set(2, alone);
      }
    }

    private int months(IntPredicate domains, NumberReader section) {
      return Math.min(Traits.LARGEST, RecordedMonths.in(domains, lastMonth, section));
    }

    @Override
    public int highest(Traits traits) {
      return highest(traits, 2);
    }

    @Override
    public int alone(Traits traits) {
      return highest(traits, 1);
    }

    private static int highest(Traits traits, int askedDomains) {
      int share = share(months(traits, askedDomains));
      return Math.ceilDiv(10 * share + QUALITY_TENTHS * quality(traits), 20);
    }

    /// How many of a year's months there are.
    private static int share(int months) {
      return Rounding.halfUpToInt((long) Assessment.WHOLE * Math.min(months, YEAR), YEAR);
    }

    @Override
    public int mark(Traits traits) {
      return Math.min(MOST_ASKED, months(traits, 2));
    }

    @Override
    public int markAlone(Traits traits) {
      return Math.min(MOST_ASKED, months(traits, 1));
    }

    @Override
    public int most() {
      return Math.ceilDiv(10 * Assessment.WHOLE + QUALITY_TENTHS * Assessment.WHOLE, 20);
    }
  }
}
