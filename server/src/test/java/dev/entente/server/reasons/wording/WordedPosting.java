package dev.entente.server.reasons.wording;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.Figure;
import dev.entente.matching.numbers.SharedTerms;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
                .map(one -> new SharedTerms.Skill(new SkillId(one.getKey()), one.getValue()))
                .toList(),
            Stream.of(domains).map(DomainId::new).toList());
    return new MatchingFacts(
        shared,
        List.of(new Figure("months", 18), new Figure("testResults", 2)),
        List.of(new MatchingFacts.Band(new CriterionId("skills"), 80)));
  }
}
