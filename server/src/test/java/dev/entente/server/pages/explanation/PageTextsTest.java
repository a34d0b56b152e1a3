package dev.entente.server.pages.explanation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.documents.MatchingStatus;
import dev.entente.documents.WorkMode;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.BadgeTier;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.QuizType;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.pages.wording.TestWording;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.reasons.Refusal;
import dev.entente.server.reasons.spending.Decision;
import dev.entente.server.reasons.spending.Outcome;
import dev.entente.server.runs.ChunkLedger;
import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.RunStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a page may have to say has a text in both languages; the pairs are those on every edge
/// of the scoring rules.
class PageTextsTest {
  private static final Path DOCUMENTS =
      Path.of("..", "cli", "src", "test", "resources", "dev", "entente", "cli");
  private static final List<ToldPair> PAIRS = pairs();

  private static List<ToldPair> pairs() {
    List<String> candidates = lines("nasty-candidates.jsonl");
    return lines("nasty-postings.jsonl").stream()
        .flatMap(posting -> candidates.stream().map(other -> new ToldPair(posting, other)))
        .filter(ToldPair::isEligible)
        .toList();
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(DOCUMENTS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> keys(String ending) {
    return TestWording.files().stream()
        .flatMap(file -> texts("/" + file + ending).stringPropertyNames().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(String file) {
    var texts = new Properties();
    try (InputStream in = Wording.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(keys("_fr.properties")).isEqualTo(keys(".properties"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".properties", "_fr.properties"})
  void everyTermThatOccursHasATextAndNoOther(String ending) {
    Set<String> criteria =
        Criteria.ids().stream().map(id -> id.value()).collect(Collectors.toSet());

    Set<String> terms =
        PAIRS.stream()
            .flatMap(pair -> Terms.all(pair.explanation()))
            .map(Explanation::term)
            .filter(term -> !criteria.contains(term))
            .map(term -> "term." + term)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(keys(ending).stream().filter(key -> key.startsWith("term.")).toList())
        .containsExactlyElementsOf(terms);
  }

  @ParameterizedTest
  @ValueSource(strings = {".properties", "_fr.properties"})
  void everyCriterionIsNamedAndTold(String ending) {
    assertThat(keys(ending))
        .containsAll(
            Criteria.ids().stream()
                .flatMap(
                    id -> Stream.of("", ".short", ".about", ".summary").map(id.value()::concat))
                .map("criterion."::concat)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyValueHasAWord(String kind, Enum<?>[] values) {
    assertThat(keys(".properties"))
        .containsAll(Arrays.stream(values).map(value -> kind + "." + value.name()).toList());
  }

  static Stream<Arguments> words() {
    return Stream.of(
        arguments("status", MatchingStatus.values()),
        arguments("run", RunStatus.values()),
        arguments("run.kind", RunKind.values()),
        arguments("part", ChunkLedger.Status.values()),
        arguments("workMode", WorkMode.values()),
        arguments("level", ExperienceLevel.values()),
        arguments("reason", Eligibility.Reason.values()),
        arguments("quizType", QuizType.values()),
        arguments("evidence", SkillEvidence.values()),
        arguments("evidence", BadgeTier.values()),
        arguments("fallback", Refusal.values()),
        arguments("fallback", Decision.Cause.values()),
        arguments("call", Outcome.Status.values()));
  }

  private static Arguments arguments(String kind, Enum<?>[] values) {
    return Arguments.of(kind, values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyPairCanBeTold(String language) {
    for (ToldPair pair : PAIRS) {
      assertThat(pair.sections(Locale.of(language)))
          .hasSize(Criteria.ids().size())
          .allSatisfy(
              section -> {
                assertThat(section.summary()).doesNotContain("{");
                assertThat(section.groups()).allSatisfy(PageTextsTest::isTold);
              });
    }
  }

  private static void isTold(EvidenceGroup group) {
    assertThat(group.lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.subject()).isNotEmpty().doesNotStartWith("/"))
        .allSatisfy(line -> assertThat(line.places()).noneMatch(place -> place.startsWith("/")));
  }
}
