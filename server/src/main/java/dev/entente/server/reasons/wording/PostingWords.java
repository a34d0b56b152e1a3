package dev.entente.server.reasons.wording;

import dev.entente.documents.PostingDocument;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells facts in the words of a job posting: of all that a candidate has, only what the posting
/// itself names is named. Immutable.
public final class PostingWords {
  private final JobPosting posting;
  private final Map<SkillId, Optional<String>> skills = new HashMap<>();
  private final Map<DomainId, Optional<String>> domains = new HashMap<>();
  private final List<SkillId> skillsInOrder;
  private final List<DomainId> domainsInOrder;

  /// Reads the names of a posting.
  public PostingWords(PostingDocument document) {
    posting = document.posting();
    document.names().skills().forEach((id, name) -> skills.put(id, SayableNames.of(name)));
    document.names().domains().forEach((id, name) -> domains.put(id, SayableNames.of(name)));
    skillsInOrder = List.copyOf(document.names().skills().keySet());
    domainsInOrder = List.copyOf(document.names().domains().keySet());
  }

  /// What may be said of a matching of the posting.
  ///
  /// @param confidence of the matching, hundredths of a per cent
  public ReasonFacts tell(MatchingFacts facts, int confidence) {
    Map<SkillId, SkillEvidence> shown = new HashMap<>();
    facts.shared().skills().forEach(skill -> shown.put(skill.id(), skill.evidence()));
    Map<String, Integer> figures = new HashMap<>();
    facts.figures().forEach(figure -> figures.put(figure.code(), figure.value()));
    Map<String, Integer> bands = new HashMap<>();
    facts.bands().forEach(band -> bands.put(band.criterion().value(), band.from()));
    return new ReasonFacts(
        told(posting.skills(), shown),
        told(posting.niceToHaveSkills(), shown),
        domainsInOrder.stream()
            .map(id -> new Domain(said(domains, id), facts.shared().domains().contains(id)))
            .toList(),
        figures,
        bands,
        Confidence.of(confidence));
  }

  private List<Skill> told(Set<SkillId> some, Map<SkillId, SkillEvidence> shown) {
    return skillsInOrder.stream()
        .filter(some::contains)
        .map(id -> new Skill(said(skills, id), Optional.ofNullable(shown.get(id))))
        .toList();
  }

  private static <T> Optional<String> said(Map<T, Optional<String>> names, T id) {
    return names.getOrDefault(id, Optional.empty());
  }
}
