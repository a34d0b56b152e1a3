package dev.entente.server.matchings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a list shows of a candidate: who it is and what people filter by, no result and no comment.
///
/// Fields are those of the document; an absent text is null, an absent list empty.
public record CandidateSummary(
    String id,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    @Nullable String headline,
    @Nullable String location,
    List<String> workModes,
    List<String> languages,
    List<String> domains,
    List<String> skills) {
  static CandidateSummary of(JsonNode document) {
    return new CandidateSummary(
        document.path("id").asString(),
        text(document, "firstName"),
        text(document, "lastName"),
        text(document, "email"),
        text(document, "headline"),
        text(document, "location"),
        texts(document, "workModes"),
        texts(document, "languages"),
        texts(document, "domains"),
        texts(document, "skills"));
  }

  static CandidateSummary ofId(String id) {
    return new CandidateSummary(
        id, null, null, null, null, null, List.of(), List.of(), List.of(), List.of());
  }

  /// How many characters all its texts have.
  int length() {
    return Stream.concat(
            Stream.of(id, firstName, lastName, email, headline, location),
            Stream.of(workModes, languages, domains, skills).flatMap(List::stream))
        .filter(Objects::nonNull)
        .mapToInt(String::length)
        .sum();
  }

  private static @Nullable String text(JsonNode document, String field) {
    JsonNode value = document.path(field);
    return value.isString() ? value.stringValue() : null;
  }

  private static List<String> texts(JsonNode document, String field) {
    return StreamSupport.stream(document.path(field).spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }
}
