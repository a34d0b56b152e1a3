package dev.entente.cli.terminal;

import dev.entente.documents.Problem;
import java.util.List;
import java.util.Locale;

/// Problems as lines that editors can follow: `file:line: pointer: sentence`.
public final class ProblemLines {
  // More than a person reads, less than a hostile line could hold.
  private static final int SHOWN = 200;

  private ProblemLines() {}

  /// Prints the problems of one line of a file, up to two hundred, and how many more there are.
  public static void print(Terminal terminal, String file, long line, List<Problem> problems) {
    Locale language = terminal.messages().language();
    say(
        terminal,
        file,
        line,
        problems.stream().map(problem -> sentence(problem, language)).toList());
  }

  private static String sentence(Problem problem, Locale language) {
    String pointer = problem.pointer().isEmpty() ? "" : problem.place() + ": ";
    return pointer + problem.text(language);
  }

  /// Says the same of problems that somebody else has put into words.
  ///
  /// @param line from 1; 0 for the file as a whole
  public static void say(Terminal terminal, String file, long line, List<String> sentences) {
    String place = line == 0 ? file : file + ":" + line;
    for (String sentence : sentences.subList(0, Math.min(SHOWN, sentences.size()))) {
      terminal.say("problem", place, sentence);
    }
    if (sentences.size() > SHOWN) {
      terminal.say("problem.more", place, sentences.size() - SHOWN);
    }
  }
}
