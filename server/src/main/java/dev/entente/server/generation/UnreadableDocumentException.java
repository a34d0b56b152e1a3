package dev.entente.server.generation;

import dev.entente.documents.Problem;
import java.util.List;
import java.util.Locale;

/// The stored document of a job posting breaks today's rules: it must be put again.
final class UnreadableDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /// @param problems all of them, at least one
  UnreadableDocumentException(List<Problem> problems) {
    super(said(problems.getFirst().place() + ": " + problems.getFirst().text(Locale.ENGLISH)));
    this.problems = List.copyOf(problems);
  }

  /// What a report says of a stored document with a problem.
  static String said(String problem) {
    return "the stored document is wrong, put it again: " + problem;
  }

  List<Problem> problems() {
    return problems;
  }
}
