package dev.entente.cli.client;

import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.cli.terminal.TextTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// All that the service tells of a generation run.
///
/// @param parts of its postings, each ranked by a step of its own
/// @param slowest the postings that took longest to rank, the slowest first
/// @param scarce postings with few eligible candidates, or none
record RunReport(Run run, List<Part> parts, List<Slow> slowest, List<Scarce> scarce) {
  private static final int SHOWN = 20;
  private static final int SHOWN_SLOW = 5;
  private static final int LEFT_COLUMNS = 3;
  private static final List<String> COLUMNS =
      List.of("part", "status", "instance", "attempts", "postings", "failed", "time");

  /// A part of a run's postings.
  ///
  /// @param error why the latest attempt broke off
  record Part(
      int number,
      String status,
      Optional<String> instance,
      int attempts,
      int postings,
      int failed,
      Optional<Instant> startedAt,
      Optional<Instant> finishedAt,
      Optional<String> error) {
    private static Part of(JsonNode part) {
      return new Part(
          part.required("number").intValue(),
          part.required("status").stringValue(),
          part.path("instance").stringValueOpt(),
          part.required("attempt").intValue(),
          part.required("postings").intValue(),
          part.required("failed").intValue(),
          part.path("startedAt").stringValueOpt().map(Instant::parse),
          part.path("finishedAt").stringValueOpt().map(Instant::parse),
          part.path("error").stringValueOpt());
    }
  }

  /// A posting that took long.
  record Slow(String posting, BigDecimal rankMillis) {
    private static Slow of(JsonNode slow) {
      return new Slow(
          slow.required("jobPostingId").stringValue(), slow.required("rankMillis").decimalValue());
    }
  }

  /// A posting with few eligible candidates.
  ///
  /// @param reasons why the others are not, in words
  record Scarce(String posting, int eligible, List<Reason> reasons) {
    private static Scarce of(JsonNode scarce) {
      return new Scarce(
          scarce.required("jobPostingId").stringValue(),
          scarce.required("eligible").intValue(),
          scarce
              .path("ineligible")
              .propertyStream()
              .map(reason -> new Reason(reason.getKey(), reason.getValue().longValue()))
              .toList());
    }
  }

  /// How many candidates a rule has kept out.
  record Reason(String rule, long candidates) {}

  /// Reads a report.
  ///
  /// @throws tools.jackson.core.JacksonException if a field is missing or of another type
  /// @throws java.time.DateTimeException if an instant is none
  /// @throws IllegalArgumentException if the id or the status is none
  static RunReport of(JsonNode report) {
    return new RunReport(
        Run.of(report),
        report.path("parts").valueStream().map(Part::of).toList(),
        report.path("slowest").valueStream().map(Slow::of).toList(),
        report.path("scarce").valueStream().map(Scarce::of).toList());
  }

  /// Gives it on standard output, and says on standard error what failed.
  ///
  /// @throws IOException if standard output cannot be written
  void print(Terminal terminal) throws IOException {
    Messages messages = terminal.messages();
    terminal.give("report.asked", run.startedBy(), moment(Optional.of(run.requestedAt())));
    terminal.give("report.ran", moment(run.startedAt()), moment(run.finishedAt()));
    RunSummary.print(run, terminal);
    run.error().ifPresent(reason -> terminal.say("report.error", reason));
    printParts(terminal);
    for (Scarce one : scarce.stream().limit(SHOWN).toList()) {
      terminal.give("report.scarce", one.posting(), one.eligible(), reasons(one, messages));
    }
    if (scarce.size() > SHOWN) {
      terminal.give("report.scarceMore", scarce.size() - SHOWN);
    }
    for (Slow one : slowest.stream().limit(SHOWN_SLOW).toList()) {
      terminal.give("report.slow", one.posting(), one.rankMillis());
    }
  }

  private static String moment(Optional<Instant> instant) {
    return instant.map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-");
  }

  private static String reasons(Scarce one, Messages messages) {
    return one.reasons().stream()
        .map(reason -> messages.text("reason." + reason.rule(), reason.candidates()))
        .collect(Collectors.joining(", "));
  }

  private void printParts(Terminal terminal) throws IOException {
    if (parts.isEmpty()) {
      return;
    }
    Messages messages = terminal.messages();
    var table = new TextTable(LEFT_COLUMNS);
    table.add(COLUMNS.stream().map(column -> messages.text("report." + column)).toList());
    parts.forEach(part -> table.add(row(part, messages)));
    terminal.out().write(table.text().getBytes(StandardCharsets.UTF_8));
    parts.forEach(
        part ->
            part.error()
                .ifPresent(reason -> terminal.say("report.partError", part.number(), reason)));
  }

  private static List<String> row(Part part, Messages messages) {
    Optional<Duration> time =
        part.startedAt()
            .flatMap(start -> part.finishedAt().map(end -> Duration.between(start, end)));
    return Stream.of(
            part.number(),
            part.status(),
            part.instance().orElse("-"),
            part.attempts(),
            part.postings(),
            part.failed(),
            time.map(length -> RunSummary.seconds(length, messages)).orElse("-"))
        .map(cell -> messages.text("runs.cell", cell))
        .toList();
  }
}
