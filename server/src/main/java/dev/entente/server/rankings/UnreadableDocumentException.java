package dev.entente.server.rankings;

import dev.entente.documents.Problem;
import dev.entente.server.background.ReportableFailure;
import java.util.List;
import java.util.Locale;

/// The stored document of a job posting breaks today's rules: it must be put again.
public final class UnreadableDocumentException extends RuntimeException
    implements ReportableFailure {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /// @param problems all of them, at least one
  UnreadableDocumentException(List<Problem> problems) {
    super(said(problems.getFirst().place() + ": " + problems.getFirst().text(Locale.ENGLISH)));
    this.problems = List.copyOf(problems);
  }

  /// What a report says of a stored document with a problem.
  public static String said(String problem) {
    return "the stored document is wrong, put it again: " + problem;
  }

  @Override
  public String reason() {
    return String.valueOf(getMessage());
  }

  List<Problem> problems() {
    return problems;
  }
}
