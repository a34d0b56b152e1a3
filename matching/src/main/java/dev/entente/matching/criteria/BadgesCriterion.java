package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.quotient;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.numbers.Traits;
import dev.entente.matching.profile.Badge;
import dev.entente.matching.profile.BadgeTier;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The badges that are valid, one a code, its highest tier; each further one adds less.
final class BadgesCriterion implements Criterion {
  private static final int HALFWAY_POINTS = 4;
  private static final int TIERS = BadgeTier.values().length;

  @Override
  public CriterionId id() {
    return new CriterionId("badges");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(conditions.day());
  }

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    return new Recorded(conditions.day().toEpochDay());
  }

  /// Writes how many there are of each tier, by day: each last day of some badge with those until
  /// then, then those that last.
  @Override
  public void write(CandidateFacts facts, NumberWriter section) {
    List<Badge> badges = facts.candidate().badges();
    List<LocalDate> days =
        badges.stream().flatMap(badge -> badge.validUntil().stream()).distinct().sorted().toList();
    section.number(days.size());
    for (LocalDate day : days) {
      section.signed(day.toEpochDay());
      new Prepared(day).counts(badges).write(section);
    }
    new Prepared(LocalDate.MAX).counts(badges).write(section);
  }

  private static Counts counts(NumberReader section, long day) {
    for (int left = section.next(); left > 0; left--) {
      long lastDay = section.nextSigned();
      if (day <= lastDay) {
        break;
      }
      section.skipNumbers(TIERS);
    }
    return new Counts(section.next(), section.next(), section.next());
  }

  @Override
  public Standing standing(RunConditions conditions) {
    return new BadgeScore(conditions.day().toEpochDay());
  }

  private static int pointsOf(BadgeTier tier) {
    return switch (tier) {
      case BRONZE -> 1;
      case SILVER -> 2;
      case GOLD -> 3;
    };
  }

  private record Counts(int bronze, int silver, int gold) implements Assessment {
    private void write(NumberWriter section) {
      section.number(bronze);
      section.number(silver);
      section.number(gold);
    }

    private int points() {
      return pointsOf(BadgeTier.BRONZE) * bronze
          + pointsOf(BadgeTier.SILVER) * silver
          + pointsOf(BadgeTier.GOLD) * gold;
    }

    @Override
    public int score() {
      int points = points();
      return Rounding.halfUpToInt((long) WHOLE * points, points + HALFWAY_POINTS);
    }

    @Override
    public List<Figure> figures() {
      return List.of(
          new Figure("bronzeBadges", bronze),
          new Figure("silverBadges", silver),
          new Figure("goldBadges", gold));
    }
  }

  private record Prepared(LocalDate day) implements PreparedCriterion {
    @Override
    public Counts assess(CandidateFacts candidate) {
      return counts(candidate.candidate().badges());
    }

    private Counts counts(List<Badge> badges) {
      Map<BadgeTier, Integer> tiers = new EnumMap<>(BadgeTier.class);
      counted(badges).values().forEach(badge -> tiers.merge(badge.tier(), 1, Integer::sum));
      return new Counts(
          tiers.getOrDefault(BadgeTier.BRONZE, 0),
          tiers.getOrDefault(BadgeTier.SILVER, 0),
          tiers.getOrDefault(BadgeTier.GOLD, 0));
    }

    private Map<String, Badge> counted(List<Badge> badges) {
      Map<String, Badge> best = new TreeMap<>();
      for (Badge badge : badges) {
        if (isValid(badge)) {
          best.merge(badge.code(), badge, (a, b) -> b.tier().compareTo(a.tier()) > 0 ? b : a);
        }
      }
      return best;
    }

    private boolean isValid(Badge badge) {
      return badge.validUntil().filter(day::isAfter).isEmpty();
    }

    @Override
    public Explanation explain(CandidateFacts candidate) {
      List<Badge> badges = candidate.candidate().badges();
      Map<String, Badge> counted = counted(badges);
      List<Evidence> evidence =
          counted.values().stream().map(badge -> evidence(badge, badges)).toList();
      Explanation points = fact("badgePoints", assess(candidate).points(), evidence);
      return quotient(
          "score",
          product("wholePoints", constant("whole", Assessment.WHOLE), points),
          sum("pointsAndHalfway", points, constant("halfwayPoints", HALFWAY_POINTS)));
    }

    private static Evidence evidence(Badge badge, List<Badge> all) {
      return new Evidence.Badge(
          Places.at("/badges", all.indexOf(badge)), badge.code(), badge.tier());
    }
  }

  private record Recorded(long day) implements RecordedCriterion.Static {
    @Override
    public Counts assess(Overlap overlap, NumberReader section) {
      return counts(section, day);
    }

    @Override
    public int boundTrait() {
      return 0;
    }

    @Override
    public boolean isBoundScore() {
      return true;
    }
  }

  /// The score, which no posting changes.
  private record BadgeScore(long day) implements Standing {
    @Override
    public int traits() {
      return 1;
    }

    @Override
    public void measure(CandidateNumbers candidate, NumberReader section, Domains domains) {
      int score = counts(section, day).score();
      for (int i = 0; i < candidate.domainCount(); i++) {
        domains.row(i).set(0, score);
      }
    }

    @Override
    public int highest(Traits traits) {
      return traits.get(0);
    }

    @Override
    public int most() {
      return Assessment.WHOLE;
    }
  }
}
