package dev.entente.server.reasons.wording;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.numbers.SharedTerms;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A posting and what is shared with it.
final class WordedPosting {
  private WordedPosting() {}

  static PostingDocument of(String json) {
    Checked<PostingDocument> checked =
        DocumentForm.posting().check(json.getBytes(StandardCharsets.UTF_8));
    return ((Checked.Valid<PostingDocument>) checked).value();
  }

  static MatchingFacts sharing(Map<String, SkillEvidence> skills, String... domains) {
    var shared =
        new SharedTerms(
            skills.entrySet().stream()
                .collect(Collectors.toMap(one -> new SkillId(one.getKey()), Map.Entry::getValue)),
            Set.of(domains).stream().map(DomainId::new).collect(Collectors.toSet()));
    return new MatchingFacts(
        shared, Map.of("months", 18, "testResults", 2), Map.of(new CriterionId("skills"), 80));
  }
}
