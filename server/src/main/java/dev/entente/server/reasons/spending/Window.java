package dev.entente.server.reasons.spending;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The calls of the last minute, over all models.
///
/// @param passing those that leave it first come first
/// @param going how many calls go on
record Window(List<Passing> passing, int going) {
  /* A provider counts a call when it arrives, and nobody here knows when between its beginning and its
   * end that was. So a call is in the window from its beginning until a minute behind its end. Of all
   * calls that arrive within any 60 seconds, each had begun when the last of them was granted, and none
   * had ended a minute before: that one was granted with all of them counted. */
  private static final Duration LENGTH = Duration.ofSeconds(60);

  /// How long a call is in the window at the longest.
  static final Duration REACH = Spending.LONGEST_CALL.plus(LENGTH);

  /// A call of the ledger.
  ///
  /// @param endedAt empty for one that goes on, or whose process died
  /// @param tokens estimated for these
  record Call(Instant startedAt, Optional<Instant> endedAt, long tokens) {
    private Instant latestEnd() {
      return startedAt.plus(Spending.LONGEST_CALL);
    }

    private boolean isGoing(Instant now) {
      return endedAt.isEmpty() && latestEnd().isAfter(now);
    }

    private Passing passing(Instant now) {
      Instant end = endedAt.orElse(isGoing(now) ? now : latestEnd());
      return new Passing(end.plus(LENGTH), tokens);
    }
  }

  /// A call in the window.
  ///
  /// @param leaves when it leaves the window; for one that goes on, at the earliest
  record Passing(Instant leaves, long tokens) {}

  /// The window at an instant.
  ///
  /// @param calls at least all that began within its reach
  static Window at(Instant now, List<Call> calls) {
    List<Passing> passing =
        calls.stream()
            .map(call -> call.passing(now))
            .filter(call -> call.leaves().isAfter(now))
            .sorted(Comparator.comparing(Passing::leaves))
            .toList();
    return new Window(passing, (int) calls.stream().filter(call -> call.isGoing(now)).count());
  }

  /// When there is room for one more call; empty if there is.
  ///
  /// @param most calls, at least 1
  Optional<Instant> roomForACall(int most) {
    return passing.size() < most
        ? Optional.empty()
        : Optional.of(passing.get(passing.size() - most).leaves());
  }

  /// When there is room for tokens; empty if there is.
  ///
  /// @param most at least as many as are wanted
  Optional<Instant> roomForTokens(long wanted, long most) {
    long taken = passing.stream().mapToLong(Passing::tokens).sum();
    Optional<Instant> room = Optional.empty();
    for (Passing call : passing) {
      if (taken + wanted <= most) {
        break;
      }
      taken -= call.tokens();
      room = Optional.of(call.leaves());
    }
    return room;
  }
}
