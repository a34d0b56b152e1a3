package dev.entente.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The world as a command sees it: streams, clock and language, handed in so that tests can hold
/// them.
///
/// @param in standard input
/// @param out standard output, where a write that fails throws
/// @param err standard error, for people
/// @param errIsTerminal whether somebody watches standard error
/// @param clock read once a command
/// @param nanoTime measures how long something takes, in nanoseconds from an arbitrary origin
/// @param messages the user's language
public record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean errIsTerminal,
    InstantSource clock,
    LongSupplier nanoTime,
    Messages messages) {
  /// Says a message on standard error.
  public void say(String key, @Nullable Object... arguments) {
    err.println(messages.text(key, arguments));
  }

  /// Gives a message, and the end of its line, on standard output.
  ///
  /// @throws IOException if it cannot be written
  public void give(String key, @Nullable Object... arguments) throws IOException {
    String line = messages.text(key, arguments) + '\n';
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }
}
