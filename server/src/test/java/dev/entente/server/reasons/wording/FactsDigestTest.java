package dev.entente.server.reasons.wording;

import static dev.entente.matching.profile.SkillEvidence.ASSESSED;
import static dev.entente.matching.profile.SkillEvidence.DECLARED;
import static dev.entente.matching.profile.SkillEvidence.USED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.Figure;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.server.reasons.ReasonLanguage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactsDigestTest {
  private static final String POSTING =
      """
      {"id":"p","companyId":"acme","title":"T","domains":["backend","data"],
       "skills":["Java","SQL"],"niceToHaveSkills":["Kafka"]}
      """;
  private static final MatchingFacts FACTS =
      WordedPosting.sharing(Map.of("java", USED, "kafka", DECLARED), "backend");
  private static final Figure MONTHS = new Figure("months", 18);
  private static final Figure TESTS = new Figure("testResults", 2);
  private static final int CONFIDENCE = 8_000;

  @Test
  void eachFactMakesAnotherDigest() {
    Set<Long> digests = new HashSet<>();

    digests.add(digest(FACTS, CONFIDENCE));
    digests.add(digest(FACTS, 5_000));
    digests.add(
        digest(
            WordedPosting.sharing(Map.of("java", ASSESSED, "kafka", DECLARED), "backend"),
            CONFIDENCE));
    digests.add(digest(WordedPosting.sharing(Map.of("java", USED), "backend"), CONFIDENCE));
    digests.add(
        digest(
            WordedPosting.sharing(Map.of("sql", USED, "kafka", DECLARED), "backend"), CONFIDENCE));
    digests.add(
        digest(WordedPosting.sharing(Map.of("java", USED, "kafka", DECLARED), "data"), CONFIDENCE));
    digests.add(digest(counting(new Figure("months", 19), TESTS), CONFIDENCE));
    digests.add(digest(counting(MONTHS, TESTS, new Figure("quizResults", 2)), CONFIDENCE));
    digests.add(digest(scoring(band("skills", 85)), CONFIDENCE));
    digests.add(digest(scoring(band("skills", 80), band("domains", 80)), CONFIDENCE));

    assertThat(digests).hasSize(10);
  }

  @Test
  void whatIsAskedLanguageAndWriterMakeAnotherDigest() {
    Set<Long> digests = new HashSet<>();

    digests.add(digest(POSTING, ReasonLanguage.FRENCH, "a/1"));
    digests.add(digest(POSTING, ReasonLanguage.ENGLISH, "a/1"));
    digests.add(digest(POSTING, ReasonLanguage.FRENCH, "a/2"));
    digests.add(digest(POSTING, ReasonLanguage.FRENCH, ""));
    digests.add(digest(POSTING.replace("\"SQL\"", "\"Go\""), ReasonLanguage.FRENCH, "a/1"));
    digests.add(digest(POSTING.replace("Kafka", "Docker"), ReasonLanguage.FRENCH, "a/1"));
    digests.add(digest(POSTING.replace("data", "web"), ReasonLanguage.FRENCH, "a/1"));

    assertThat(digests).hasSize(7);
  }

  // Digests are stored: were they others, all reasons would be written anew.
  @Test
  void itStaysFromVersionToVersion() {
    String posting = POSTING.replace("Kafka", "Scala");

    assertThat(digest(posting, ReasonLanguage.ENGLISH, "a/1")).isEqualTo(0x6BAF_E850_46E4_B7C0L);
  }

  @Test
  void orderAndConfidenceWithinItsLevelAreTheSameDigest() {
    String turned = POSTING.replace("\"Java\",\"SQL\"", "\"SQL\",\"java\"");

    assertThat(digest(turned, ReasonLanguage.ENGLISH, ""))
        .isEqualTo(digest(POSTING, ReasonLanguage.ENGLISH, ""));
    assertThat(digest(FACTS, 7_500)).isEqualTo(digest(FACTS, 9_999));
  }

  private static MatchingFacts counting(Figure... figures) {
    return new MatchingFacts(FACTS.shared(), List.of(figures), FACTS.bands());
  }

  private static MatchingFacts scoring(MatchingFacts.Band... bands) {
    return new MatchingFacts(FACTS.shared(), FACTS.figures(), List.of(bands));
  }

  private static MatchingFacts.Band band(String criterion, int from) {
    return new MatchingFacts.Band(new CriterionId(criterion), from);
  }

  private static long digest(MatchingFacts facts, int confidence) {
    return digests(POSTING, ReasonLanguage.ENGLISH, "").of(facts, confidence);
  }

  private static long digest(String posting, ReasonLanguage language, String writer) {
    return digests(posting, language, writer).of(FACTS, CONFIDENCE);
  }

  private static FactsDigest digests(String posting, ReasonLanguage language, String writer) {
    var policy =
        new ReasonPolicy(
            language, Map.of(), writer.isEmpty() ? Optional.empty() : Optional.of(writer));
    return new FactsDigest(WordedPosting.of(posting).posting(), language, policy);
  }
}
