package dev.entente.durable.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A line of a log. Immutable.
///
/// Texts that are too long are cut, and end with `…` then.
///
/// @param level `ERROR`, `WARN`, `INFO`, `DEBUG` or `TRACE`
/// @param logger its name, at most 1,024 characters; empty if it has none
/// @param message at most 16,384 characters
/// @param error the stack of what was thrown, at most 65,536 characters
public record LogLine(
    Instant time, String level, String logger, String message, Optional<String> error) {
  private static final int LONGEST_LOGGER = 1_024;
  private static final int LONGEST_MESSAGE = 16_384;
  private static final int LONGEST_ERROR = 65_536;

  public LogLine {
    logger = cut(logger, LONGEST_LOGGER);
    message = cut(message, LONGEST_MESSAGE);
    error = error.map(text -> cut(text, LONGEST_ERROR));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  int characters() {
    return logger.length() + message.length() + error.map(String::length).orElse(0);
  }

  /// The stack of an error as Java prints it, causes included; empty if there is none.
  public static Optional<String> stack(@Nullable Throwable error) {
    if (error == null) {
      return Optional.empty();
    }
    var text = new StringWriter();
    error.printStackTrace(new PrintWriter(text, true));
    return Optional.of(text.toString());
  }
}
