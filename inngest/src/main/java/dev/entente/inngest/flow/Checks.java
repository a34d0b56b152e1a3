package dev.entente.inngest.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Refuses what the server would refuse, at the place where it is written.
final class Checks {
  private static final Pattern BLANK = Pattern.compile("\\p{IsWhite_Space}*");

  // A code point of the class Cs is a surrogate whose other half is missing.
  private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
  private static final Pattern UNKEPT = Pattern.compile("[\\x00\\p{Cs}]");

  private Checks() {}

  /// A text with something in it.
  static void text(String what, String text, int longest) {
    require(
        !BLANK.matcher(text).matches() && text.length() <= longest,
        "%s must have 1 to %d characters, not all blank, got: %d"
            .formatted(what, longest, text.length()));
    require(
        !UNUSABLE.matcher(text).find(),
        what + " must have no control character, and no half of a pair of surrogates");
  }

  /// A CEL expression, which the server compiles when the function is synced.
  static void expression(String what, Optional<String> expression) {
    expression.ifPresent(
        text ->
            require(
                !BLANK.matcher(text).matches(), what + " must be a CEL expression, and is blank"));
    expression.ifPresent(
        text ->
            require(
                !UNKEPT.matcher(text).find(),
                what + " must have no NUL and no half of a pair of surrogates: escape it"));
  }

  static void atLeast(int least, String what, int number) {
    require(number >= least, "%s must be at least %d, got: %d".formatted(what, least, number));
  }

  static void between(Duration least, Duration most, String what, Duration duration) {
    require(
        duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0,
        "%s must be from %s to %s, got: %s"
            .formatted(what, DurationText.of(least), DurationText.of(most), duration));
  }

  static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
