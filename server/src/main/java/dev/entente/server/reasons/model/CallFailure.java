package dev.entente.server.reasons.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A call that gave no answer. Its message is for logs: it quotes nothing that was sent or
/// answered, and no secret.
public final class CallFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Why why;
  private final transient Optional<TokenUsage> usage;

  /// Why a call failed, by what the caller can do.
  public sealed interface Why {}

  /// The service wants fewer calls for a while (status 429).
  ///
  /// @param retryAfter how long to wait, if the service tells
  /// @param quotaIds the service's names of the limits that were reached; may be empty
  public record RateLimited(Optional<Duration> retryAfter, List<String> quotaIds) implements Why {
    public RateLimited {
      quotaIds = List.copyOf(quotaIds);
    }

    /// Whether a day's quota, or the account's money, is spent: waiting a minute does not help.
    public boolean isDaily() {
      return says("perday") || says("insufficient_quota");
    }

    /// Whether the key is limited as one that nobody pays for.
    public boolean isFreeTier() {
      return says("freetier");
    }

    private boolean says(String word) {
      return quotaIds.stream().anyMatch(id -> id.toLowerCase(Locale.ROOT).contains(word));
    }
  }

  /// The service does not work or is not reached; another time it may.
  ///
  /// @param retryAfter how long to wait, if the service tells
  public record Unavailable(Optional<Duration> retryAfter) implements Why {}

  /// The key, the model's name, the address or the request is wrong: the same call fails again.
  ///
  /// @param status of HTTP
  public record Refused(int status) implements Why {}

  /// The service will not write about these inputs.
  ///
  /// @param reason the service's word for it, such as `SAFETY`
  public record Blocked(String reason) implements Why {}

  /// The answer cannot be used.
  public record Malformed(Form form) implements Why {}

  /// What is wrong with the form of an answer.
  public enum Form {
    /// It ends too early, at the most tokens that were allowed.
    TRUNCATED,
    /// It is not what was asked for.
    INVALID,
    /// It is larger than is read.
    TOO_LARGE
  }

  private CallFailure(String message, Why why, Optional<TokenUsage> usage) {
    super(message);
    this.why = why;
    this.usage = usage;
  }

  static CallFailure of(String message, Why why) {
    return new CallFailure(message, why, Optional.empty());
  }

  static CallFailure unavailable(String message) {
    return of(message, new Unavailable(Optional.empty()));
  }

  static CallFailure blocked(String reason, Optional<TokenUsage> usage) {
    return new CallFailure("the service blocked it: " + reason, new Blocked(reason), usage);
  }

  static CallFailure malformed(Form form, Optional<TokenUsage> usage) {
    String message =
        switch (form) {
          case TRUNCATED -> "the answer is cut off";
          case INVALID -> "the answer is not what was asked for";
          case TOO_LARGE -> "the answer is too large";
        };
    return new CallFailure(message, new Malformed(form), usage);
  }

  /// Why it failed.
  public Why why() {
    return why;
  }

  /// What it took all the same, if the service told.
  public Optional<TokenUsage> usage() {
    return usage;
  }
}
