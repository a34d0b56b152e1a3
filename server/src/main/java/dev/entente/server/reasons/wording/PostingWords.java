package dev.entente.server.reasons.wording;

import dev.entente.documents.PostingDocument;
import dev.entente.matching.numbers.SharedTerms;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import dev.entente.server.reasons.check.SayableNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells facts in the words of a job posting: of all that a candidate has, only what the posting
/// itself names is named. Immutable.
public final class PostingWords {
  private final List<Named<SkillId>> required;
  private final List<Named<SkillId>> wished;
  private final List<Named<DomainId>> domains;

  /// Something that the posting asks for.
  ///
  /// @param name empty if it cannot be said
  private record Named<T>(T id, Optional<String> name) {}

  /// Reads the names of a posting.
  public PostingWords(PostingDocument document) {
    JobPosting posting = document.posting();
    List<Named<SkillId>> skills = named(document.names().skills());
    required = those(posting.skills(), skills);
    wished = those(posting.niceToHaveSkills(), skills);
    domains = named(document.names().domains());
  }

  private static <T> List<Named<T>> named(Map<T, String> names) {
    List<Named<T>> all = new ArrayList<>();
    names.forEach((id, name) -> all.add(new Named<>(id, SayableNames.of(name))));
    return List.copyOf(all);
  }

  private static List<Named<SkillId>> those(Set<SkillId> some, List<Named<SkillId>> all) {
    return all.stream().filter(one -> some.contains(one.id())).toList();
  }

  /// What may be said of a matching of the posting.
  ///
  /// @param confidence of the matching, hundredths of a per cent
  public ReasonFacts tell(MatchingFacts facts, int confidence) {
    Map<SkillId, Optional<SkillEvidence>> shown = new HashMap<>();
    for (SharedTerms.Skill skill : facts.shared().skills()) {
      shown.put(skill.id(), Optional.of(skill.evidence()));
    }
    Map<String, Integer> figures = new HashMap<>();
    facts.figures().forEach(figure -> figures.put(figure.code(), figure.value()));
    Map<String, Integer> bands = new HashMap<>();
    facts.bands().forEach(band -> bands.put(band.criterion().value(), band.from()));
    return new ReasonFacts(
        told(required, shown),
        told(wished, shown),
        told(facts.shared().domains()),
        figures,
        bands,
        Confidence.of(confidence));
  }

  private static List<Skill> told(
      List<Named<SkillId>> some, Map<SkillId, Optional<SkillEvidence>> shown) {
    List<Skill> told = new ArrayList<>(some.size());
    for (Named<SkillId> one : some) {
      told.add(new Skill(one.name(), shown.getOrDefault(one.id(), Optional.empty())));
    }
    return told;
  }

  private List<Domain> told(List<DomainId> shared) {
    List<Domain> told = new ArrayList<>(domains.size());
    for (Named<DomainId> one : domains) {
      told.add(new Domain(one.name(), shared.contains(one.id())));
    }
    return told;
  }
}
