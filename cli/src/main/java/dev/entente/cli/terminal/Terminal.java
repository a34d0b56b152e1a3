package dev.entente.cli.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
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
}
