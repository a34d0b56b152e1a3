package dev.entente.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// One run of the command line, held by a test: streams in memory, a clock that stands still.
public final class CommandRun {
  public static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String language = "en";
  private InputStream in = InputStream.nullInputStream();
  private Function<Terminal, List<Callable<Integer>>> services = terminal -> List.of();
  private boolean watched;
  private long nanoTime;
  private boolean outIsFull;

  /// English, with nothing to read and nobody who watches.
  public CommandRun() {}

  public CommandRun inFrench() {
    language = "fr_FR.UTF-8";
    return this;
  }

  public CommandRun reading(String text) {
    return reading(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  public CommandRun reading(InputStream input) {
    in = input;
    return this;
  }

  /// Adds commands to those of the command line.
  public CommandRun with(Function<Terminal, List<Callable<Integer>>> added) {
    services = added;
    return this;
  }

  public CommandRun onATerminal() {
    watched = true;
    return this;
  }

  public CommandRun withFullOutput() {
    outIsFull = true;
    return this;
  }

  /// Runs and gives the exit code.
  public int run(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = String.valueOf(args[i]);
    }
    var terminal =
        new Terminal(
            in,
            outIsFull ? new FullStream() : out,
            new PrintStream(err, true, UTF_8),
            watched,
            InstantSource.fixed(NOW),
            () -> nanoTime += 50_000_000,
            Messages.of(Map.of("LANG", language)));
    return Commands.run(terminal, services.apply(terminal), words);
  }

  public String out() {
    return out.toString(UTF_8);
  }

  public String err() {
    return err.toString(UTF_8);
  }

  private static final class FullStream extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
