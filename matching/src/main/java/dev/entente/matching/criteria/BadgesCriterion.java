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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The badges that are valid, one a code, its highest tier; each further one adds less.
final class BadgesCriterion implements Criterion {
  private static final int HALFWAY_POINTS = 4;

  @Override
  public CriterionId id() {
    return new CriterionId("badges");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(day(conditions));
  }

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    return new Recorded(day(conditions).toEpochDay());
  }

  private static LocalDate day(RunConditions conditions) {
    return LocalDate.ofInstant(conditions.asOf(), ZoneOffset.UTC);
  }

  /// Writes the points by day: each last day of some badge with the points until then, then those
  /// that last.
  @Override
  public void write(CandidateFacts facts, NumberWriter section) {
    List<Badge> badges = facts.candidate().badges();
    List<LocalDate> days =
        badges.stream().flatMap(badge -> badge.validUntil().stream()).distinct().sorted().toList();
    section.number(days.size());
    for (LocalDate day : days) {
      section.signed(day.toEpochDay());
      section.number(new Prepared(day).points(badges));
    }
    section.number(new Prepared(LocalDate.MAX).points(badges));
  }

  private static int points(NumberReader section, long day) {
    for (int left = section.next(); left > 0; left--) {
      long lastDay = section.nextSigned();
      int points = section.next();
      if (day <= lastDay) {
        return points;
      }
    }
    return section.next();
  }

  @Override
  public Standing standing(RunConditions conditions) {
    long day = day(conditions).toEpochDay();
    return new BadgeScore(day);
  }

  private record Counts(int points) implements Assessment {
    @Override
    public int score() {
      return Rounding.halfUpToInt((long) WHOLE * points, points + HALFWAY_POINTS);
    }
  }

  private record Prepared(LocalDate day) implements PreparedCriterion {
    @Override
    public Counts assess(CandidateFacts candidate) {
      return new Counts(points(candidate.candidate().badges()));
    }

    private int points(List<Badge> badges) {
      return points(counted(badges));
    }

    private static int points(Map<String, Badge> counted) {
      return counted.values().stream().mapToInt(badge -> points(badge.tier())).sum();
    }

    private static int points(BadgeTier tier) {
      return switch (tier) {
        case BRONZE -> 1;
        case SILVER -> 2;
        case GOLD -> 3;
      };
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
      Explanation points = fact("badgePoints", points(counted), evidence);
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
      return new Counts(points(section, day));
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
      int score = new Counts(points(section, day)).score();
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
