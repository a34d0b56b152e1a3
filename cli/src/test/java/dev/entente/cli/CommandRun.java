package dev.entente.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// One run of the command line, held by a test: streams in memory, a clock that stands still.
final class CommandRun {
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String language = "en";
  private String in = "";
  private boolean watched;
  private long nanoTime;
  private boolean outIsFull;

  CommandRun inFrench() {
    language = "fr_FR.UTF-8";
    return this;
  }

  CommandRun reading(String text) {
    in = text;
    return this;
  }

  CommandRun onATerminal() {
    watched = true;
    return this;
  }

  CommandRun withFullOutput() {
    outIsFull = true;
    return this;
  }

  /// Runs and gives the exit code.
  int run(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = String.valueOf(args[i]);
    }
    var terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            outIsFull ? new FullStream() : out,
            new PrintStream(err, true, UTF_8),
            watched,
            InstantSource.fixed(NOW),
            () -> nanoTime += 50_000_000,
            Messages.of(Map.of("LANG", language)));
    return Commands.run(terminal, List.of(), words);
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }

  private static final class FullStream extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
