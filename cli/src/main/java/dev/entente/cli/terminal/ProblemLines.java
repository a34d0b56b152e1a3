package dev.entente.cli.terminal;

import dev.entente.documents.Problem;
import java.util.List;

/// Problems as lines that editors can follow: `file:line: pointer: sentence`.
public final class ProblemLines {
  // More than a person reads, less than a hostile line could hold.
  private static final int SHOWN = 200;

  private ProblemLines() {}

  /// Prints the problems of one line of a file, up to two hundred, and how many more there are.
  public static void print(Terminal terminal, String file, long line, List<Problem> problems) {
    String place = line == 0 ? file : file + ":" + line;
    for (Problem problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
      String pointer = problem.pointer().isEmpty() ? "" : problem.place() + ": ";
      terminal.say("problem", place, pointer + problem.text(terminal.messages().language()));
    }
    if (problems.size() > SHOWN) {
      terminal.say("problem.more", place, problems.size() - SHOWN);
    }
  }
}
