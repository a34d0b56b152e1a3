package dev.entente.server.channels;

import dev.entente.server.nights.NightRun;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a webhook sends as JSON, and a mail says in words. It names no person.
///
/// @param type such as `night.failed`
/// @param timestamp when it happened
public record AlertBody(String type, Instant timestamp, Data data) {
  /// About which night.
  ///
  /// @param night the day on which the night began, in `zone`
  /// @param startsAt when it began
  /// @param deadline when it had to be completed
  /// @param run what is told of; null for a night without one
  /// @param url where more is to be seen: a path where nobody said what the service is called
  ///   outside
  public record Data(
      LocalDate night,
      ZoneId zone,
      Instant startsAt,
      Instant deadline,
      @Nullable Run run,
      String url) {}

  /// The run that is told of.
  ///
  /// @param failedPostings the first twenty of them, by id
  /// @param error why it failed; null if it is completed
  public record Run(
      UUID id,
      Instant startedAt,
      Instant finishedAt,
      Postings postings,
      int chunksFailed,
      List<String> failedPostings,
      @Nullable String error) {
    private static final int LONGEST_ERROR = 300;

    /// Of a run that ended.
    public static Run of(NightRun run, List<String> failedPostings) {
      return new Run(
          run.id(),
          run.startedAt(),
          run.finishedAt(),
          new Postings(run.postings(), run.written(), run.failed()),
          run.chunksFailed(),
          failedPostings,
          run.error().map(Run::firstLine).orElse(null));
    }

    private static String firstLine(String error) {
      String line = error.lines().findFirst().orElse("");
      return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) + "…" : line;
    }
  }

  /// Of a run: how many were active, how many lists were written, how many postings failed.
  public record Postings(int total, int written, int failed) {}

  /// A link, or a path where the service does not know what it is called outside.
  public static String link(Optional<URI> origin, String path) {
    return origin.map(URI::toString).orElse("") + path;
  }
}
