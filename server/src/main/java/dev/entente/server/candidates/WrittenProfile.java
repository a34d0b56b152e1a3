package dev.entente.server.candidates;

import dev.entente.documents.Instants;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.matching.vocabulary.WhiteSpace;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What a profile says beside what enters a score: how its names were written, and when tests were
/// done. Copied.
///
/// @param skills the first name that stands for each, in the order of the document
/// @param domains likewise
/// @param testedAt when each technical test was done, in its order; empty where it cannot be told
public record WrittenProfile(
    Map<SkillId, String> skills, Map<DomainId, String> domains, List<Optional<Instant>> testedAt) {
  /// Of a person of whom nothing is known.
  public static final WrittenProfile NONE = new WrittenProfile(Map.of(), Map.of(), List.of());

  public WrittenProfile {
    skills = Collections.unmodifiableMap(new LinkedHashMap<>(skills));
    domains = Collections.unmodifiableMap(new LinkedHashMap<>(domains));
    testedAt = List.copyOf(testedAt);
  }

  /// Reads a stored document.
  public static WrittenProfile of(JsonNode document) {
    JsonNode tests = document.path("technicalTests");
    return new WrittenProfile(
        named(
            Stream.of(
                    texts(document.path("skills")),
                    all(document.path("experiences")).flatMap(one -> texts(one.path("skills"))),
                    all(document.path("projects")).flatMap(one -> texts(one.path("skills"))),
                    all(tests).map(test -> test.path("skill").asString("")))
                .flatMap(Function.identity()),
            Vocabulary::skill),
        named(
            Stream.of(
                    texts(document.path("domains")),
                    all(document.path("experiences")).map(one -> one.path("domain").asString("")),
                    all(tests).map(test -> test.path("domain").asString("")),
                    all(document.path("quizResults")).map(quiz -> quiz.path("domain").asString("")))
                .flatMap(Function.identity()),
            Vocabulary::domain),
        all(tests).map(test -> instant(test.path("completedAt").asString(""))).toList());
  }

  private static Stream<JsonNode> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static Stream<String> texts(JsonNode list) {
    return all(list).map(text -> text.asString(""));
  }

  private static <T> Map<T, String> named(Stream<String> names, Function<String, T> canonical) {
    Map<T, String> written = new LinkedHashMap<>();
    names
        .filter(name -> !WhiteSpace.isBlank(name))
        .forEach(name -> written.putIfAbsent(canonical.apply(name), WhiteSpace.trim(name)));
    return written;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instants.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
