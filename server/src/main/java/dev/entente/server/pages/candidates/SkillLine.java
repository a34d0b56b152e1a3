package dev.entente.server.pages.candidates;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.server.pages.explanation.PlaceWords;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// A skill of a candidate as the engine understands it.
///
/// @param name as the person wrote it
/// @param id what it stands for; empty where the name is just that
/// @param kind of the evidence, for styles; `evidence` is for people
/// @param places where the profile has it, in words
/// @param isKnown whether the table of names has it
record SkillLine(
    String name, String id, String kind, String evidence, List<String> places, boolean isKnown) {
  /// All skills of a candidate, the best shown first, then by name.
  static List<SkillLine> listOf(
      CandidateFacts facts, WrittenNames names, PlaceWords places, Wording wording) {
    return facts.skills().entrySet().stream()
        .sorted(
            Map.Entry.<SkillId, SkillEvidence>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .map(
            skill ->
                of(
                    skill.getKey(),
                    skill.getValue(),
                    names.of(skill.getKey()),
                    places(facts.candidate(), skill.getKey()).stream().map(places::of).toList(),
                    wording))
        .toList();
  }

  private static SkillLine of(
      SkillId skill, SkillEvidence evidence, String name, List<String> places, Wording wording) {
    return new SkillLine(
        name,
        name.toLowerCase(Locale.ROOT).equals(skill.value()) ? "" : skill.value(),
        evidence.name().toLowerCase(Locale.ROOT),
        wording.text("evidence." + evidence),
        places,
        Vocabulary.isSkill(skill.value()));
  }

  private static List<String> places(Candidate candidate, SkillId skill) {
    List<String> places = new ArrayList<>();
    if (candidate.skills().contains(skill)) {
      places.add("/skills");
    }
    add(places, "/experiences/", candidate.experiences(), one -> one.skills().contains(skill));
    add(places, "/projects/", candidate.projects(), one -> one.skills().contains(skill));
    add(places, "/technicalTests/", candidate.technicalTests(), test -> shows(test, skill));
    return places;
  }

  private static boolean shows(TechnicalTest test, SkillId skill) {
    return CandidateFacts.isPassed(test) && test.skill().filter(skill::equals).isPresent();
  }

  private static <T> void add(List<String> places, String list, List<T> all, Predicate<T> isPlace) {
    for (int i = 0; i < all.size(); i++) {
      if (isPlace.test(all.get(i))) {
        places.add(list + i);
      }
    }
  }
}
