package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a text says of its facts and in which order; the words are the wording's.
///
/// @param detail how much it says
record TemplateText(ReasonFacts facts, Wording wording, Detail detail) {
  private static final List<SkillEvidence> STRONGEST_FIRST =
      List.of(SkillEvidence.ASSESSED, SkillEvidence.USED, SkillEvidence.DECLARED);

  /// How much a text says.
  ///
  /// @param required how many names of required skills a list says at most
  /// @param others likewise of wished-for skills and of domains
  /// @param results how many of results, progression, badges and other skills are told
  record Detail(int required, int others, int results) {}

  String write() {
    int shared = required(Skill::isShared).size();
    boolean isNoneShared = shared == 0;
    var text = new StringBuilder(covers(shared)).append(' ');
    var results = new ResultWords(facts, wording);
    List<String> strong = results.strongest(detail.results());
    List<String> points = points(strong);
    List<String> weak = results.weak(detail.results() - strong.size());
    if (!points.isEmpty() || !weak.isEmpty()) {
      text.append(wording.shows(points, weak, !isNoneShared)).append(' ');
    }
    return text.append(wording.lacks(gaps(), facts.confidence(), isNoneShared)).toString();
  }

  private String covers(int shared) {
    int asked = facts.required().size();
    if (shared == 0) {
      return wording.coversNone(required(_ -> true));
    }
    List<String> clauses = new ArrayList<>();
    for (SkillEvidence evidence : STRONGEST_FIRST) {
      NameList skills = required(skill -> skill.evidence().equals(Optional.of(evidence)));
      if (skills.size() == shared && skills.namesNone()) {
        return wording.coversUnnamed(shared, asked, evidence);
      }
      if (!skills.isEmpty()) {
        clauses.add(wording.shown(evidence, skills));
      }
    }
    return wording.covers(shared, asked, clauses);
  }

  private List<String> points(List<String> results) {
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
    points.addAll(results);
    return points;
  }

  private String place() {
    int domains = facts.domains().size();
    boolean areTold = domains == 1 || facts.domains().stream().allMatch(Domain::isShared);
    return areTold ? wording.inThose(domains) : wording.inAllDomains();
  }

  private List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    // If all are missing, the first sentence has said so.
    boolean areSomeShared = facts.required().stream().anyMatch(Skill::isShared);
    NameList required = required(skill -> areSomeShared && !skill.isShared());
    if (!required.isEmpty()) {
      gaps.add(wording.missingRequired(required));
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
