package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// An answer that is a problem (RFC 9457).
///
/// @param type the last part of its address
/// @param problems each as its place, a blank, and its kind
/// @param sentences about each
record Refusal(int status, String type, List<String> problems, List<String> sentences) {
  private static final String ADDRESS = "urn:entente:problem:";

  /// Reads an answer, which must be one.
  static Refusal of(Api.Answer answer) {
    assertThat(answer.type()).isEqualTo("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.get("status").intValue()).isEqualTo(answer.status());
    assertThat(problem.get("type").stringValue()).startsWith(ADDRESS);
    List<JsonNode> list =
        problem.optional("problems").stream()
            .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
            .toList();
    return new Refusal(
        answer.status(),
        problem.get("type").stringValue().substring(ADDRESS.length()),
        list.stream().map(Refusal::place).toList(),
        list.stream().map(one -> one.get("detail").stringValue()).toList());
  }

  /// The place and the kind of one thing that is wrong.
  static String place(JsonNode problem) {
    JsonNode place = problem.optional("pointer").orElseGet(() -> problem.get("parameter"));
    return place.stringValue() + " " + problem.get("kind").stringValue();
  }

  /// Its status and type, as `404 no-candidate`.
  String name() {
    return status + " " + type;
  }
}
