package dev.entente.documents;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What could be read of a document before its fields are checked.
///
/// @param json empty where nothing could be read
/// @param problems of the reading; the places they name are spoilt, all others can be checked
record RawDocument(Optional<JsonNode> json, List<Problem> problems) {
  RawDocument {
    problems = List.copyOf(problems);
  }

  static RawDocument unreadable(Problem.Kind kind, Object... arguments) {
    return new RawDocument(Optional.empty(), List.of(Problem.of("", kind, arguments)));
  }

  static RawDocument of(Checked<JsonNode> checked) {
    return switch (checked) {
      case Checked.Valid<JsonNode>(var json) -> new RawDocument(Optional.of(json), List.of());
      case Checked.Invalid<JsonNode>(var problems) -> new RawDocument(Optional.empty(), problems);
    };
  }

  /// Tells whether a problem with a field follows from one that the reading has reported already.
  boolean explains(Problem problem) {
    return problems.stream().anyMatch(p -> problem.pointer().equals(p.pointer()));
  }
}
