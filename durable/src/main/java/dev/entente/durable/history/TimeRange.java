package dev.entente.durable.history;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A range of time. Immutable; empty if it ends before it begins. What is before 1970 or beyond the
/// year 10889 counts as the end of that: no id has such a time.
///
/// @param from its first instant
/// @param until the first one behind it
public record TimeRange(Optional<Instant> from, Optional<Instant> until) {
  /// All of time.
  public static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());

  // An id is made at about the time that stands in its row, which says it exactly.
  private static final Duration SLACK = Duration.ofMinutes(5);
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

  public TimeRange {
    from = from.map(TimeRange::clamped);
    until = until.map(TimeRange::clamped);
  }

  /// The same from another instant on.
  public TimeRange from(Instant time) {
    return new TimeRange(Optional.of(time), until);
  }

  /// The same up to another instant.
  public TimeRange until(Instant time) {
    return new TimeRange(from, Optional.of(time));
  }

  /// An id that is not greater than any that was made in this range.
  public Optional<String> firstId() {
    return from.map(time -> id(time.minus(SLACK)));
  }

  /// An id that is greater than all that were made in this range.
  public Optional<String> lastId() {
    return until.map(time -> id(time.plus(SLACK)));
  }

  private static String id(Instant time) {
    return Ulid.min(clamped(time).toEpochMilli()).toString();
  }

  // A ULID has 48 bits for its milliseconds.
  private static Instant clamped(Instant time) {
    if (time.isBefore(FIRST)) {
      return FIRST;
    }
    return time.isAfter(LAST) ? LAST : time;
  }
}
