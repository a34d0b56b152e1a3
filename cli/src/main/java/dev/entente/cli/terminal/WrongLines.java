package dev.entente.cli.terminal;

import dev.entente.documents.Problem;
import java.util.List;

/// The wrong lines of one file: the first hundred are shown, all are counted. Not thread-safe.
public final class WrongLines {
  private static final int SHOWN = 100;

  private final Terminal terminal;
  private final String file;
  private int count;

  /// Starts without any line.
  ///
  /// @param file what the user called it
  public WrongLines(Terminal terminal, String file) {
    this.terminal = terminal;
    this.file = file;
  }

  /// Counts a line and shows its problems, unless a hundred lines were shown.
  public void add(long number, List<Problem> problems) {
    count++;
    if (count <= SHOWN) {
      ProblemLines.print(terminal, file, number, problems);
    }
  }

  /// Says how many lines were counted and not shown, if there are any.
  public void sayRest() {
    if (count > SHOWN) {
      terminal.say("input.more", count - SHOWN, file);
    }
  }

  /// How many lines were wrong.
  public int count() {
    return count;
  }
}
