package dev.entente.server.reasons.check;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import dev.entente.server.reasons.check.Figures.Figure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The numbers that follow from the facts.
///
/// A number of years, of months or of points must be one of those; any other may be any number of
/// them or a count of skills, domains, results or badges.
final class KnownFigures {
  private static final int MONTHS_A_YEAR = 12;
  private static final int HALF_A_YEAR = 6;
  private static final int BAND = 5;
  private static final int ALL = 100;

  private final Set<Double> months = new HashSet<>();
  private final Set<Double> years = new HashSet<>();
  private final Set<Double> points = new HashSet<>();
  private final Set<Double> counts = new HashSet<>();

  KnownFigures(ReasonFacts facts) {
    addTime(facts.months());
    addTime(facts.askedMonths());
    addTime(Math.abs(facts.askedMonths() - facts.months()));
    facts.bands().values().forEach(this::addBand);
    facts.testMean().ifPresent(this::addBand);
    facts.quizMean().ifPresent(this::addBand);
    addSkills(facts.required());
    addSkills(facts.wished());
    addSkills(Stream.concat(facts.required().stream(), facts.wished().stream()).toList());
    List<Domain> domains = facts.domains();
    addShare((int) domains.stream().filter(Domain::isShared).count(), domains.size());
    addCounts(facts);
  }

  private void addTime(int span) {
    add(months, span);
    add(months, span % MONTHS_A_YEAR);
    add(years, span / MONTHS_A_YEAR);
    if (span % HALF_A_YEAR == 0) {
      years.add(span / (double) MONTHS_A_YEAR);
    }
  }

  private void addBand(int band) {
    add(points, band);
    add(points, Math.min(band + BAND - 1, ALL));
    add(points, Math.min(band + BAND, ALL));
  }

  private void addSkills(List<Skill> skills) {
    int shared = (int) skills.stream().filter(Skill::isShared).count();
    addShare(shared, skills.size());
    if (!skills.isEmpty() && 2 * shared == skills.size()) {
      counts.add(Figures.HALF);
    }
    int shown = 0;
    for (SkillEvidence evidence : SkillEvidence.values()) {
      int count =
          (int)
              skills.stream()
                  .filter(skill -> skill.evidence().filter(evidence::equals).isPresent())
                  .count();
      add(counts, count);
      shown += evidence == SkillEvidence.DECLARED ? 0 : count;
    }
    add(counts, shown);
  }

  private void addShare(int shared, int all) {
    add(counts, shared);
    add(counts, all);
    add(counts, all - shared);
    if (all > 0) {
      add(points, shared * ALL / all);
      add(points, Math.round(shared * (float) ALL / all));
    }
  }

  private void addCounts(ReasonFacts facts) {
    add(counts, facts.otherShownSkills());
    add(counts, facts.testResults());
    add(counts, facts.quizResults());
    add(counts, facts.quizSeries());
    add(counts, facts.goldBadges());
    add(counts, facts.silverBadges());
    add(counts, facts.bronzeBadges());
    add(counts, facts.goldBadges() + facts.silverBadges());
    add(counts, facts.silverBadges() + facts.bronzeBadges());
    add(counts, facts.goldBadges() + facts.bronzeBadges());
    add(counts, facts.goldBadges() + facts.silverBadges() + facts.bronzeBadges());
  }

  private static void add(Set<Double> numbers, int number) {
    numbers.add((double) number);
  }

  boolean has(Figure figure) {
    double value = figure.value();
    return switch (figure.unit()) {
      case MONTHS -> months.contains(value);
      case YEARS -> years.contains(value);
      case POINTS -> points.contains(value);
      case ANY ->
          counts.contains(value)
              || months.contains(value)
              || years.contains(value)
              || points.contains(value);
    };
  }
}
