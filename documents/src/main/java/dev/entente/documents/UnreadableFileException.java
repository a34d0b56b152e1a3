package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import java.io.IOException;
import java.util.List;

/// A file that cannot be read on: no line behind the problem can be told from the next.
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1;

  private final long line;
  private final transient List<Problem> problems;

  UnreadableFileException(long line, List<Problem> problems) {
    super("unreadable from line " + line);
    this.line = line;
    this.problems = List.copyOf(problems);
  }

  static UnreadableFileException of(long line, Kind kind, Object... arguments) {
    return new UnreadableFileException(line, List.of(Problem.of("", kind, arguments)));
  }

  /// The number of the line, from 1; 0 where it is the file as a whole.
  public long line() {
    return line;
  }

  /// What is wrong, at least one problem.
  public List<Problem> problems() {
    return problems;
  }
}
