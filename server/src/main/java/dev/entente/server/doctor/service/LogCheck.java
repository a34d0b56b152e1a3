package dev.entente.server.doctor.service;

import dev.entente.cli.terminal.IoReason;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether there is a log, and errors in its end. They are counted and not quoted: they may hold
/// much.
public final class LogCheck implements Check {
  private static final int MOST_BYTES = 1 << 20;
  private static final Duration LATELY = Duration.ofHours(24);
  private static final Pattern ERROR = Pattern.compile("(\\S+) ++ERROR .*");

  private final Path folder;
  private final InstantSource clock;

  /// @param folder where the log is or will be
  public LogCheck(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "log";
  }

  @Override
  public void examine(Notes notes) {
    Path log = folder.resolve("entente.log");
    if (!Files.exists(log)) {
      tellMissing(log, notes);
      return;
    }
    if (!Files.isWritable(log)) {
      notes.broken(id(), "log.denied", log);
    }
    try {
      tellErrors(log, errors(log), notes);
    } catch (IOException e) {
      notes.warn(id(), "log.unread", log, IoReason.of(e, notes.messages()));
    }
  }

  private void tellMissing(Path log, Notes notes) {
    if (Files.exists(folder) && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
      notes.broken(id(), "log.impossible", log, folder);
    } else {
      notes.ok(id(), "log.none", log);
    }
  }

  private static List<Instant> errors(Path log) throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - MOST_BYTES);
      file.seek(start);
      byte[] end = new byte[(int) (file.length() - start)];
      file.readFully(end);
      return new String(end, StandardCharsets.UTF_8)
          .lines()
          .map(ERROR::matcher)
          .filter(Matcher::matches)
          .flatMap(line -> instant(line.group(1)).stream())
          .toList();
    }
  }

  // The first line may begin in its middle.
  private static List<Instant> instant(String text) {
    try {
      return List.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  private void tellErrors(Path log, List<Instant> errors, Notes notes) {
    if (errors.isEmpty()) {
      notes.ok(id(), "log.quiet", log);
      return;
    }
    Instant last = errors.getLast().truncatedTo(ChronoUnit.SECONDS);
    if (last.isAfter(clock.instant().minus(LATELY))) {
      notes.warn(id(), "log.errors", log, errors.size(), last);
    } else {
      notes.ok(id(), "log.old", log, errors.size(), last);
    }
  }
}
