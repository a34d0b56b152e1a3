package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a text says of its facts and in which order; the words are the wording's.
///
/// @param detail how much it says
record TemplateText(ReasonFacts facts, Wording wording, Detail detail) {
  // From here on the last results are above the first ones, or high already; of several series
  // the mean is known.
  private static final int RISING_BAND = 55;

  private static final List<SkillEvidence> STRONGEST_FIRST =
      List.of(SkillEvidence.ASSESSED, SkillEvidence.USED, SkillEvidence.DECLARED);

  /// How much a text says.
  ///
  /// @param required how many names of required skills a list says at most
  /// @param others likewise of wished-for skills and of domains
  /// @param results how many of results, progression, badges and other skills are told
  record Detail(int required, int others, int results) {}

  /// Something that speaks for the profile, and the band of its criterion.
  private record Point(int band, String words) {}

  String write() {
    int shared = required(Skill::isShared).size();
    var text = new StringBuilder();
    text.append(wording.covers(shared, facts.required().size(), clauses(shared))).append(' ');
    List<String> points = points();
    if (!points.isEmpty()) {
      text.append(wording.shows(points, shared > 0)).append(' ');
    }
    return text.append(wording.lacks(gaps(), facts.confidence())).toString();
  }

  private List<String> clauses(int shared) {
    List<String> clauses = new ArrayList<>();
    for (SkillEvidence evidence : STRONGEST_FIRST) {
      NameList skills = required(skill -> skill.evidence().equals(Optional.of(evidence)));
      if (!skills.isEmpty()) {
        clauses.add(wording.shown(evidence, skills, skills.size() == shared));
      }
    }
    return clauses;
  }

  private List<String> points() {
    List<String> points = new ArrayList<>();
    NameList wished = wished(Skill::isShared);
    if (!wished.isEmpty()) {
      points.add(wording.wished(facts.wished().size(), wished));
    }
    boolean isNamedWithMonths = facts.domains().size() == 1 && facts.months() > 0;
    NameList domains = domains(Domain::isShared);
    if (!domains.isEmpty() && !isNamedWithMonths) {
      points.add(wording.domains(facts.domains().size(), domains));
    }
    if (facts.months() > 0) {
      String place = isNamedWithMonths ? wording.inOnlyDomain(domains(_ -> true)) : place();
      points.add(wording.experience(facts.months(), facts.askedMonths(), place));
    }
    results().stream()
        .sorted(Comparator.comparingInt(Point::band).reversed())
        .limit(detail.results())
        .forEach(point -> points.add(point.words()));
    return points;
  }

  private String place() {
    int domains = facts.domains().size();
    boolean areTold = domains == 1 || facts.domains().stream().allMatch(Domain::isShared);
    return areTold ? wording.inThose(domains) : wording.inAllDomains();
  }

  private List<Point> results() {
    List<Point> points = new ArrayList<>();
    if (facts.testResults() > 0) {
      add(points, "recruiterFeedback", wording.testResults(facts.testResults(), facts.testMean()));
    }
    if (facts.quizResults() > 0) {
      add(points, "training", wording.quizResults(facts.quizResults(), facts.quizMean()));
    }
    if (facts.quizSeries() > 0 && band("progression") >= RISING_BAND) {
      add(points, "progression", wording.risingSeries(facts.quizSeries()));
    }
    badges().ifPresent(words -> add(points, "badges", words));
    if (facts.otherShownSkills() > 0) {
      points.add(new Point(0, wording.otherShownSkills(facts.otherShownSkills())));
    }
    return points;
  }

  private void add(List<Point> points, String criterion, String words) {
    points.add(new Point(band(criterion), words));
  }

  private int band(String criterion) {
    return facts.band(criterion).orElse(0);
  }

  private Optional<String> badges() {
    if (facts.goldBadges() > 0) {
      return Optional.of(wording.badges(Wording.Tier.GOLD, facts.goldBadges()));
    }
    if (facts.silverBadges() > 0) {
      return Optional.of(wording.badges(Wording.Tier.SILVER, facts.silverBadges()));
    }
    return facts.bronzeBadges() > 0
        ? Optional.of(wording.badges(Wording.Tier.BRONZE, facts.bronzeBadges()))
        : Optional.empty();
  }

  private List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    NameList required = required(skill -> !skill.isShared());
    if (!required.isEmpty()) {
      gaps.add(wording.missingRequired(facts.required().size(), required));
    }
    NameList wished = wished(skill -> !skill.isShared());
    if (!wished.isEmpty()) {
      gaps.add(wording.missingWished(facts.wished().size(), wished, !required.isEmpty()));
    }
    NameList domains = domains(domain -> !domain.isShared());
    if (!domains.isEmpty()) {
      gaps.add(wording.missingDomains(facts.domains().size(), domains));
    }
    if (facts.months() < facts.askedMonths()) {
      gaps.add(
          facts.months() > 0
              ? wording.missingPartOfExperience()
              : wording.missingExperience(facts.askedMonths(), place()));
    }
    return gaps;
  }

  private NameList required(Predicate<Skill> which) {
    return skills(facts.required(), which, detail.required());
  }

  private NameList wished(Predicate<Skill> which) {
    return skills(facts.wished(), which, detail.others());
  }

  private static NameList skills(List<Skill> skills, Predicate<Skill> which, int most) {
    return NameList.of(skills.stream().filter(which).map(Skill::name).toList(), most);
  }

  private NameList domains(Predicate<Domain> which) {
    return NameList.of(
        facts.domains().stream().filter(which).map(Domain::name).toList(), detail.others());
  }
}
