package dev.entente.server.pages.matchings;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.explanation.Terms;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.List;
import java.util.Optional;

/// The required skills of a matching as words.
///
/// @param coverage how many of them the candidate has, in a sentence
/// @param shared those the candidate has
/// @param missing those the candidate lacks; empty too where it cannot be told
record SkillWords(String coverage, List<String> shared, List<String> missing) {
  static SkillWords of(ExplainedMatching matching, WrittenNames names, Wording wording) {
    return matched(matching)
        .map(fact -> of(fact, names, wording))
        .orElseGet(() -> new SkillWords(share(matching, wording), List.of(), List.of()));
  }

  private static Optional<Explanation.Fact> matched(ExplainedMatching matching) {
    return matching.explanation().stream()
        .flatMap(Terms::facts)
        .filter(fact -> fact.term().equals("matchedSkills"))
        .findFirst();
  }

  private static SkillWords of(Explanation.Fact matched, WrittenNames names, Wording wording) {
    List<Evidence> evidence = matched.evidence();
    return new SkillWords(
        wording.text("page.coverage", matched.value(), evidence.size()),
        evidence.stream()
            .filter(Evidence.Skill.class::isInstance)
            .map(skill -> names.of(((Evidence.Skill) skill).skill()))
            .toList(),
        evidence.stream()
            .filter(Evidence.MissingSkill.class::isInstance)
            .map(skill -> names.of(((Evidence.MissingSkill) skill).skill()))
            .toList());
  }

  private static String share(ExplainedMatching matching, Wording wording) {
    long share = matching.answer().skillsMatch().unscaledValue().longValue();
    return wording.text("page.coverage.share", wording.percent(share));
  }
}
