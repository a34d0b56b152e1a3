package dev.entente.server.reasons.check;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import dev.entente.server.reasons.check.Figures.Figure;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The numbers that follow from the facts.
///
/// A number must be one of those of what it counts; where it does not say what, any of them.
final class KnownFigures {
  private static final int MONTHS_A_YEAR = 12;
  private static final int HALF_A_YEAR = 6;
  private static final int BAND = 5;
  private static final int ALL = 100;

  private final Map<Counted, Set<Double>> known = new EnumMap<>(Counted.class);

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
    addDomains(facts.domains());
    add(Counted.SKILLS, facts.otherShownSkills());
    add(Counted.TESTS, facts.testResults());
    add(Counted.QUIZZES, facts.quizResults());
    add(Counted.SERIES, facts.quizSeries());
    addBadges(facts);
  }

  private void addTime(int span) {
    add(Counted.MONTHS, span);
    add(Counted.MONTHS, span % MONTHS_A_YEAR);
    add(Counted.YEARS, span / MONTHS_A_YEAR);
    if (span % HALF_A_YEAR == 0) {
      add(Counted.YEARS, span / (double) MONTHS_A_YEAR);
    }
  }

  private void addBand(int band) {
    add(Counted.POINTS, band);
    add(Counted.POINTS, Math.min(band + BAND - 1, ALL));
    add(Counted.POINTS, Math.min(band + BAND, ALL));
  }

  private void addSkills(List<Skill> skills) {
    addShare(Counted.SKILLS, skills.stream().map(Skill::isShared).toList());
    addLengths(
        Counted.SKILLS,
        skills.stream().filter(s -> s.name().isPresent()).map(Skill::isShared).toList());
    addLengths(
        Counted.SKILLS,
        skills.stream().filter(s -> s.name().isEmpty()).map(Skill::isShared).toList());
    int shown = 0;
    for (SkillEvidence evidence : SkillEvidence.values()) {
      int count =
          (int)
              skills.stream()
                  .filter(skill -> skill.evidence().equals(Optional.of(evidence)))
                  .count();
      add(Counted.SKILLS, count);
      shown += evidence == SkillEvidence.DECLARED ? 0 : count;
    }
    add(Counted.SKILLS, shown);
  }

  private void addDomains(List<Domain> domains) {
    addShare(Counted.DOMAINS, domains.stream().map(Domain::isShared).toList());
    addLengths(
        Counted.DOMAINS,
        domains.stream().filter(d -> d.name().isPresent()).map(Domain::isShared).toList());
    addLengths(
        Counted.DOMAINS,
        domains.stream().filter(d -> d.name().isEmpty()).map(Domain::isShared).toList());
  }

  private void addShare(Counted counted, List<Boolean> areShared) {
    int all = areShared.size();
    int shared = Collections.frequency(areShared, true);
    addLengths(counted, areShared);
    if (all > 0) {
      add(Counted.POINTS, shared * ALL / all);
      add(Counted.POINTS, Math.round(shared * (float) ALL / all));
    }
    if (counted == Counted.SKILLS && all > 0 && 2 * shared == all) {
      add(counted, Figures.HALF);
    }
  }

  // A model is given a list of those that have names, and the count of the others.
  private void addLengths(Counted counted, List<Boolean> areShared) {
    int shared = Collections.frequency(areShared, true);
    add(counted, shared);
    add(counted, areShared.size() - shared);
    add(counted, areShared.size());
  }

  private void addBadges(ReasonFacts facts) {
    int gold = facts.goldBadges();
    int silver = facts.silverBadges();
    int bronze = facts.bronzeBadges();
    add(Counted.GOLD, gold);
    add(Counted.SILVER, silver);
    add(Counted.BRONZE, bronze);
    for (Counted badges : List.of(Counted.BADGES, Counted.MIXED)) {
      add(badges, gold + silver);
      add(badges, silver + bronze);
      add(badges, gold + bronze);
      add(badges, gold + silver + bronze);
    }
    add(Counted.BADGES, gold);
    add(Counted.BADGES, silver);
    add(Counted.BADGES, bronze);
  }

  private void add(Counted counted, int number) {
    add(counted, (double) number);
  }

  private void add(Counted counted, double number) {
    known.computeIfAbsent(counted, _ -> new HashSet<>()).add(number);
  }

  boolean has(Figure figure) {
    if (figure.counted() == Counted.ANY) {
      return known.values().stream().anyMatch(numbers -> numbers.contains(figure.value()));
    }
    return known.getOrDefault(figure.counted(), Set.of()).contains(figure.value());
  }
}
