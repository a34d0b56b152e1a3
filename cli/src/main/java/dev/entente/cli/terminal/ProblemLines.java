package dev.entente.cli.terminal;

import dev.entente.documents.Problem;
import java.util.List;

/// Problems as lines that editors can follow: `file:line: pointer: sentence`.
public final class ProblemLines {
  private ProblemLines() {}

  /// Prints all problems of one line of a file.
  public static void print(Terminal terminal, String file, long line, List<Problem> problems) {
    String place = line == 0 ? file : file + ":" + line;
    for (Problem problem : problems) {
      String pointer = problem.pointer().isEmpty() ? "" : problem.pointer() + ": ";
      terminal.err().println(place + ": " + pointer + problem.text(terminal.messages().language()));
    }
  }
}
