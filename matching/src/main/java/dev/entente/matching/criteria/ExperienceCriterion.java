package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
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
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Months worked in the posting's domains, up to what is asked, and the portfolio, half each.
///
/// More months than asked never lower it: a penalty for "too much" would be a penalty on age.
final class ExperienceCriterion implements Criterion {
  private static final int MONTHS_OF_YEAR = 12;
  private static final int MONTHS_THAT_COUNT_SINGLY = 24;

  @Override
  public CriterionId id() {
    return new CriterionId("experience");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(
        posting.posting(),
        AskedMonths.of(posting.posting().level()),
        new WorkedMonths(posting.posting().domains(), conditions.day()));
  }

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    return new Recorded(posting, lastMonth(conditions.day()));
  }

  @Override
  public void write(CandidateFacts facts, NumberWriter section) {
    Candidate candidate = facts.candidate();
    section.number(isDocumented(candidate) ? 1 : 0);
    section.number(PortfolioQuality.of(facts));
    RecordedMonths.write(candidate.experiences(), section);
  }

  private static boolean isDocumented(Candidate candidate) {
    return !candidate.experiences().isEmpty() || !candidate.projects().isEmpty();
  }

  @Override
  public Standing standing(RunConditions conditions) {
    return new MonthsAndQuality(lastMonth(conditions.day()));
  }

  private static int lastMonth(LocalDate day) {
    return Math.toIntExact(RecordedMonths.number(YearMonth.from(day)));
  }

  /// @param shownSkills required skills that are used or assessed
  /// @param quality of the portfolio, `0..10_000`
  /// @param documented whether there is any experience or project, of whatever domain
  private record Counts(
      AskedMonths asked,
      int months,
      int requiredSkills,
      int shownSkills,
      int quality,
      boolean documented)
      implements Assessment {

    @Override
    public int score() {
      int relevance = Portfolio.relevance(shownSkills, requiredSkills);
      return score(asked.match(months), Portfolio.of(relevance, quality));
    }

    private static int score(int experienceMatch, int portfolio) {
      return Rounding.halfUpToInt(experienceMatch + portfolio, 2);
    }

    @Override
    public OptionalInt coverage() {
      return OptionalInt.of(asked.match(months));
    }

    @Override
    public int confidence() {
      return documented ? WHOLE : 0;
    }

    // Of who works in the domain today, the months grow with every month.
    @Override
    public List<Figure> figures() {
      int whole = months < MONTHS_THAT_COUNT_SINGLY ? months : months - months % MONTHS_OF_YEAR;
      return List.of(new Figure("months", whole), new Figure("askedMonths", asked.count()));
    }
  }

  private record Prepared(JobPosting posting, AskedMonths asked, WorkedMonths worked)
      implements PreparedCriterion {

    @Override
    public Counts assess(CandidateFacts facts) {
      return new Counts(
          asked,
          worked.in(facts.candidate().experiences()),
          posting.skills().size(),
          Portfolio.shownSkills(facts, posting.skills()),
          PortfolioQuality.of(facts),
          isDocumented(facts.candidate()));
    }

    @Override
    public Explanation explain(CandidateFacts facts) {
      return quotient(
          "score",
          sum(
              "halves",
              asked.explain(
                  worked.in(facts.candidate().experiences()),
                  worked.evidence(facts.candidate().experiences())),
              Portfolio.explain(facts, posting.skills())),
          constant("halvesOfTheWhole", 2));
    }
  }

  private static final class Recorded implements RecordedCriterion {
    private final AskedMonths asked;
    private final int requiredSkills;
    private final PostingNumbers posting;
    private final int lastMonth;
    // By months, as many as are asked for, and by shown skills.
    private final int[] experienceMatches;
    private final int[] relevances;

    private Recorded(PostingNumbers posting, int lastMonth) {
      asked = AskedMonths.of(posting.facts().posting().level());
      requiredSkills = posting.facts().posting().skills().size();
      this.posting = posting;
      this.lastMonth = lastMonth;
      experienceMatches = each(asked.count(), asked::match);
      relevances = each(requiredSkills, shown -> Portfolio.relevance(shown, requiredSkills));
    }

    private static int[] each(int last, IntUnaryOperator value) {
      return IntStream.rangeClosed(0, last).map(value).toArray();
    }

    @Override
    public Counts assess(Overlap overlap, NumberReader section) {
      boolean documented = section.next() == 1;
      int quality = section.next();
      int months = RecordedMonths.in(posting::hasDomain, lastMonth, section);
      return new Counts(asked, months, requiredSkills, overlap.shown(), quality, documented);
    }

    /* score <= months/2 + (6 relevance + 4 quality)/20 + 3/4, the last for two roundings; the months'
     * and the quality's part stand in MonthsAndQuality, where at least a year is asked. They and the
     * score are whole, so the rest is rounded down. */
    @Override
    public int ceiling(Overlap most) {
      return (Portfolio.RELEVANCE_TENTHS * relevances[most.shown()] + 15) / 20
          + (asked.count() == 0 ? Assessment.WHOLE / 2 : 0);
    }

    // The months' part stands in MonthsAndQuality as a share of a year, which is more; where no
    // months are asked for, the ceiling counts it once more.
    @Override
    public int deduction(int months) {
      int counted = asked.count() == 0 ? 0 : asked.match(months);
      return (AskedMonths.FEWEST.match(months) - counted) / 2;
    }

    @Override
    public int bound(Traits traits, Overlap most) {
      int months = Math.min(asked.count(), MonthsAndQuality.months(traits, posting.domainCount()));
      int quality = MonthsAndQuality.quality(traits);
      return Counts.score(
          experienceMatches[months], Portfolio.of(relevances[most.shown()], quality));
    }

    @Override
    public boolean isBoundScore() {
      return posting.domainCount() == 1;
    }
  }

  /// The quality, the months in all domains together, more than which no set of domains has, and
  /// those in the domain alone.
  private record MonthsAndQuality(int lastMonth) implements Standing.Marked {
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

    // The share of the fewest months that a posting asks for: that of more is smaller.
    private static int highest(Traits traits, int askedDomains) {
      return highest(AskedMonths.FEWEST.match(months(traits, askedDomains)), quality(traits));
    }

    private static int highest(int share, int quality) {
      return Math.ceilDiv(10 * share + Portfolio.QUALITY_TENTHS * quality, 20);
    }

    @Override
    public int mark(Traits traits) {
      return Math.min(AskedMonths.MOST.count(), months(traits, 2));
    }

    @Override
    public int markAlone(Traits traits) {
      return Math.min(AskedMonths.MOST.count(), months(traits, 1));
    }

    @Override
    public int most() {
      return highest(Assessment.WHOLE, Assessment.WHOLE);
    }
  }
}
