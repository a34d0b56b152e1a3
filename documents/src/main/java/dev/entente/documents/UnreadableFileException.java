package dev.entente.documents;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.entente.documents.Problem.Kind;
import java.io.IOException;
import java.util.List;

/// A file that cannot be read on: no line behind the problem can be told from the next.
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1;

  private final long line;
  private final transient List<Problem> problems;

  UnreadableFileException(long line, List<Problem> problems) {
    super("unreadable at line " + line);
    this.line = line;
    this.problems = List.copyOf(problems);
  }

  static UnreadableFileException malformedCsv(CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(cause.getMessage());
    return new UnreadableFileException(
        0, List.of(Problem.of("", Kind.CSV_MALFORMED, Quoted.message(message))));
  }

  static UnreadableFileException empty() {
    return new UnreadableFileException(0, List.of(Problem.of("", Kind.EMPTY_FILE)));
  }

  /// The number of the line, from 1; 0 where it is not known.
  public long line() {
    return line;
  }

  /// What is wrong, at least one problem.
  public List<Problem> problems() {
    return problems;
  }
}
