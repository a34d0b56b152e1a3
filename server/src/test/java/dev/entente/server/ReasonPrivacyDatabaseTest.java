package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.demo.DemoPool;
import dev.entente.testkit.GeminiStandIn;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Nothing that tells who somebody is leaves the house.
class ReasonPrivacyDatabaseTest {
  private static final int PEOPLE = 1_000;
  private static final int POSTINGS = 60;
  private static final int SHORTEST = 4;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’-]+");
  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?:;]) +");

  // Codes, which the format gives: no word of anybody's.
  private static final Set<String> CODES = Set.of("tier", "type", "workModes", "languages");

  @Test
  void nothingOfAThousandPeopleIsOnTheWire() throws IOException {
    DemoPool pool = DemoPool.of(7, TestService.NOW);
    List<String> people = pool.candidates().subList(0, PEOPLE);
    List<String> postings = pool.postings().subList(0, POSTINGS);
    try (GeminiStandIn gemini = GeminiStandIn.start(ModelService.KEY, InstantSource.system());
        TestService service = ModelService.start(gemini, Map.of())) {
      ModelService.importAll(service.api(), postings, people);
      ModelService.awaitEnd(service);

      List<Wire> sent = gemini.requests().stream().map(Wire::of).toList();

      assertThat(asked(service)).isGreaterThan(PEOPLE * 3 / 4);
      List<JsonNode> documents = people.stream().map(Api.JSON::readTree).toList();
      requireNoValue(documents, sent, named(postings));
      requireNoIdentity(documents, sent);
    }
  }

  private static int asked(TestService service) {
    return service
        .database()
        .sql(
            """
            SELECT count(DISTINCT "candidateId") FROM "CandidateMatching"
            WHERE "aiReasonSource" = 'GEMINI'
            """)
        .query(Integer.class)
        .single();
  }

  /// Skills and domains that postings ask for are told by their names.
  private static Set<String> named(List<String> postings) {
    return postings.stream()
        .map(Api.JSON::readTree)
        .flatMap(
            posting ->
                Stream.of("skills", "niceToHaveSkills", "domains")
                    .flatMap(field -> posting.path(field).valueStream()))
        .map(JsonNode::stringValue)
        .collect(Collectors.toSet());
  }

  /// No value of anybody's is in anything that was sent but the postings' own words.
  private static void requireNoValue(
      List<JsonNode> people, List<Wire> sent, Set<String> namedByPostings) {
    Set<String> values = new LinkedHashSet<>();
    people.forEach(person -> gather("", person, values));
    values.removeAll(namedByPostings);
    assertThat(values).hasSizeGreaterThan(10 * PEOPLE);
    Set<String> texts = new HashSet<>();
    sent.forEach(wire -> texts.addAll(wire.texts()));
    texts.removeAll(namedByPostings);
    assertThat(values).filteredOn(isIn(texts)).isEmpty();
  }

  /// Who somebody is, is in no posting's words either.
  private static void requireNoIdentity(List<JsonNode> people, List<Wire> sent) {
    Set<String> values = new LinkedHashSet<>();
    for (JsonNode person : people) {
      values.add(person.get("id").stringValue());
      values.add(person.get("email").stringValue());
      values.add(
          person.get("firstName").stringValue() + " " + person.get("lastName").stringValue());
    }
    assertThat(values).hasSizeGreaterThan(2 * PEOPLE);
    Set<String> texts = new HashSet<>();
    sent.forEach(
        wire -> wire.posting().valueStream().map(JsonNode::stringValue).forEach(texts::add));
    assertThat(texts).hasSizeGreaterThan(POSTINGS);
    assertThat(values).filteredOn(isIn(texts)).isEmpty();
  }

  /// Texts of a document and each sentence of those that have several.
  private static void gather(String field, JsonNode node, Set<String> values) {
    if (node.isObject()) {
      node.properties().forEach(one -> gather(one.getKey(), one.getValue(), values));
    } else if (node.isArray()) {
      node.forEach(element -> gather(field, element, values));
    } else if (node.isString() && !CODES.contains(field)) {
      String text = node.stringValue();
      values.add(text);
      values.addAll(List.of(BETWEEN_SENTENCES.split(text)));
    }
  }

  /// A word counts where it stands as one, since a name may be a part of any other word; what is
  /// longer counts wherever it is.
  private static Predicate<String> isIn(Set<String> texts) {
    String all = String.join("\n", texts);
    Set<String> words = new HashSet<>(Arrays.asList(BETWEEN_WORDS.split(all)));
    return value ->
        isWord(value) ? words.contains(value) : value.length() >= SHORTEST && all.contains(value);
  }

  private static boolean isWord(String value) {
    return value.codePoints().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '’');
  }
}
