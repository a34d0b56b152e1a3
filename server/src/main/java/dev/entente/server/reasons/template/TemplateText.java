package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts;
import java.util.ArrayList;
import java.util.List;

/// What texts say of their facts and in which order; the words are the wording's.
final class TemplateText {
  private static final List<SkillEvidence> STRONGEST_FIRST =
      List.of(SkillEvidence.ASSESSED, SkillEvidence.USED, SkillEvidence.DECLARED);

  private final ReasonFacts facts;
  private final Wording wording;
  private final FactNames names;
  private final List<String> strongResults;
  private final List<String> weakResults;

  TemplateText(ReasonFacts facts, Wording wording) {
    this.facts = facts;
    this.wording = wording;
    names = new FactNames(facts);
    var results = new ResultWords(facts, wording);
    strongResults = results.strongest();
    weakResults = results.weak();
  }

  /// How much a text says.
  ///
  /// @param required how many names of required skills a list says at most
  /// @param others likewise of wished-for skills and of domains
  /// @param results how many of results, progression, badges and other skills are told
  record Detail(int required, int others, int results) {}

  String write(Detail detail) {
    int shared = facts.required().size() - names.missingRequired().size();
    boolean isNoneShared = shared == 0;
    var text = new StringBuilder(covers(shared, detail)).append(' ');
    List<String> strong = first(strongResults, detail.results());
    List<String> points = points(strong, detail);
    List<String> weak = first(weakResults, detail.results() - strong.size());
    if (!points.isEmpty() || !weak.isEmpty()) {
      text.append(wording.shows(points, weak, !isNoneShared)).append(' ');
    }
    return text.append(wording.lacks(gaps(detail), facts.confidence(), isNoneShared)).toString();
  }

  private static List<String> first(List<String> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  private String covers(int shared, Detail detail) {
    int asked = facts.required().size();
    if (shared == 0) {
      return wording.coversNone(names.missingRequired().first(detail.required()));
    }
    List<String> clauses = new ArrayList<>();
    for (SkillEvidence evidence : STRONGEST_FIRST) {
      NameList skills = names.shownRequired(evidence).first(detail.required());
      if (skills.size() == shared && skills.namesNone()) {
        return wording.coversUnnamed(shared, asked, evidence);
      }
      if (!skills.isEmpty()) {
        clauses.add(wording.shown(evidence, skills));
      }
    }
    return wording.covers(shared, asked, clauses);
  }

  private List<String> points(List<String> results, Detail detail) {
    List<String> points = new ArrayList<>();
    NameList wished = names.sharedWished().first(detail.others());
    if (!wished.isEmpty()) {
      points.add(wording.wished(facts.wished().size(), wished));
    }
    boolean isNamedWithMonths = facts.domains().size() == 1 && facts.months() > 0;
    NameList domains = names.sharedDomains().first(detail.others());
    if (!domains.isEmpty() && !isNamedWithMonths) {
      points.add(wording.domains(facts.domains().size(), domains));
    }
    if (facts.months() > 0) {
      String place =
          isNamedWithMonths
              ? wording.inOnlyDomain(names.domains().first(detail.others()))
              : place();
      points.add(wording.experience(facts.months(), facts.askedMonths(), place));
    }
    points.addAll(results);
    return points;
  }

  private String place() {
    int domains = facts.domains().size();
    boolean areTold = domains == 1 || names.missingDomains().isEmpty();
    return areTold ? wording.inThose(domains) : wording.inAllDomains();
  }

  private List<String> gaps(Detail detail) {
    List<String> gaps = new ArrayList<>();
    int missing = names.missingRequired().size();
    // If all are missing, the first sentence has said so.
    boolean areSomeMissing = missing > 0 && missing < facts.required().size();
    if (areSomeMissing) {
      gaps.add(wording.missingRequired(names.missingRequired().first(detail.required())));
    }
    NameList wished = names.missingWished().first(detail.others());
    if (!wished.isEmpty()) {
      gaps.add(wording.missingWished(facts.wished().size(), wished, areSomeMissing));
    }
    NameList domains = names.missingDomains().first(detail.others());
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
}
