package dev.entente.server.reasons.spending;

import java.time.Duration;
import java.util.Optional;

/// What became of a call. How long it took is known already.
///
/// @param status how it ended
/// @param usage its tokens, as the provider counts them; empty if it did not tell
/// @param asked how many texts were asked for, at least 0
/// @param kept how many of them may be stored, at most as many
/// @param limit what the provider said of its limits, for [Status#RATE_LIMITED]
public record Outcome(
    Status status, Optional<Tokens> usage, int asked, int kept, Optional<RateLimit> limit) {
  /// How a call ended.
  public enum Status {
    /// With an answer of the form that was asked for.
    ANSWERED,
    /// With HTTP 429 or the like: calls come too fast, or a quota is used up.
    RATE_LIMITED,
    /// With an error of the provider's, without an answer in time, or cut off.
    UNAVAILABLE,
    /// The key, the model or the request is wrong, and will be the next time.
    REFUSED,
    /// The provider's safety rules withheld the answer.
    BLOCKED,
    /// With an answer of another form.
    MALFORMED,
    /// Not at all: whoever asked was told to stop.
    INTERRUPTED;

    // A provider counts no tokens of what it turned away at its door.
    boolean isTurnedAway() {
      return this == RATE_LIMITED || this == REFUSED;
    }

    boolean isFailure() {
      return this == UNAVAILABLE || this == REFUSED;
    }
  }

  /// What a provider said of its limits.
  ///
  /// @param retryAfter after which calls may go on; empty if it did not tell
  /// @param isDaily whether a day's quota, or the account's money, is used up
  /// @param isFreeTier whether the key is limited as one that nobody pays for
  public record RateLimit(Optional<Duration> retryAfter, boolean isDaily, boolean isFreeTier) {
    /// It said nothing.
    public static final RateLimit UNTOLD = new RateLimit(Optional.empty(), false, false);
  }

  public Outcome {
    if (kept < 0 || asked < kept) {
      throw new IllegalArgumentException(
          "kept texts must be in 0..%d, got: %d".formatted(asked, kept));
    }
    if (limit.isPresent() != (status == Status.RATE_LIMITED)) {
      throw new IllegalArgumentException("a limit belongs to RATE_LIMITED, got: " + status);
    }
  }

  /// An answer of which some texts may be stored.
  public static Outcome answered(Tokens usage, int asked, int kept) {
    return new Outcome(Status.ANSWERED, Optional.of(usage), asked, kept, Optional.empty());
  }

  /// No text at all, for another reason than a limit.
  public static Outcome failed(Status status, Optional<Tokens> usage, int asked) {
    return new Outcome(status, usage, asked, 0, Optional.empty());
  }

  /// One call too many.
  public static Outcome rateLimited(RateLimit limit, int asked) {
    return new Outcome(Status.RATE_LIMITED, Optional.empty(), asked, 0, Optional.of(limit));
  }

  /// The tokens that count.
  Tokens tokens(Tokens estimate) {
    return usage.orElse(status.isTurnedAway() ? Tokens.NONE : estimate);
  }
}
