package dev.entente.server.reasons.wording;

import static dev.entente.matching.profile.SkillEvidence.ASSESSED;
import static dev.entente.matching.profile.SkillEvidence.DECLARED;
import static dev.entente.matching.profile.SkillEvidence.USED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.server.reasons.ReasonLanguage;
import java.util.HashMap;
import java.util.HashSet;
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
    digests.add(digest(with("months", 19), CONFIDENCE));
    digests.add(digest(with("quizResults", 18), CONFIDENCE));
    digests.add(digest(band("skills", 85), CONFIDENCE));
    digests.add(digest(band("domains", 80), CONFIDENCE));

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

  @Test
  void orderAndConfidenceWithinItsLevelAreTheSameDigest() {
    String turned = POSTING.replace("\"Java\",\"SQL\"", "\"SQL\",\"java\"");

    assertThat(digest(turned, ReasonLanguage.ENGLISH, ""))
        .isEqualTo(digest(POSTING, ReasonLanguage.ENGLISH, ""));
    assertThat(digest(FACTS, 7_500)).isEqualTo(digest(FACTS, 9_999));
  }

  private static MatchingFacts with(String code, int value) {
    Map<String, Integer> figures = new HashMap<>(FACTS.figures());
    figures.put(code, value);
    return new MatchingFacts(FACTS.shared(), figures, FACTS.bands());
  }

  private static MatchingFacts band(String criterion, int band) {
    Map<CriterionId, Integer> bands = new HashMap<>(FACTS.bands());
    bands.put(new CriterionId(criterion), band);
    return new MatchingFacts(FACTS.shared(), FACTS.figures(), bands);
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
