package dev.entente.cli.client;

import dev.entente.cli.terminal.ProblemLines;
import dev.entente.cli.terminal.Terminal;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the service did with the lines of one file.
///
/// @param wrong the first lines that were refused; `refused` counts all
record ImportReport(
    long received,
    long created,
    long replaced,
    long unchanged,
    long refused,
    boolean dryRun,
    List<WrongLine> wrong) {
  /// A line that was refused.
  ///
  /// @param problems everything that is wrong with it, in words
  record WrongLine(long number, List<String> problems) {}

  /// Reads a report.
  ///
  /// @throws tools.jackson.core.JacksonException if a field is missing or of another type
  static ImportReport of(JsonNode report) {
    return new ImportReport(
        report.required("received").longValue(),
        report.required("created").longValue(),
        report.required("replaced").longValue(),
        report.required("unchanged").longValue(),
        report.required("refused").longValue(),
        report.required("dryRun").booleanValue(),
        report.required("lines").valueStream().map(ImportReport::wrongLine).toList());
  }

  private static WrongLine wrongLine(JsonNode line) {
    return new WrongLine(
        line.required("line").longValue(),
        line.required("problems").valueStream().map(Refusal::line).toList());
  }

  /// Says what is wrong on standard error and gives the counts on standard output.
  ///
  /// @param file what the user called it
  /// @throws IOException if standard output cannot be written
  void print(String file, Terminal terminal) throws IOException {
    wrong.forEach(line -> ProblemLines.say(terminal, file, line.number(), line.problems()));
    if (refused > wrong.size()) {
      terminal.say("input.more", refused - wrong.size(), file);
    }
    terminal.give(
        dryRun ? "import.dryRun" : "import.done",
        file,
        received,
        created,
        replaced,
        unchanged,
        refused);
  }
}
