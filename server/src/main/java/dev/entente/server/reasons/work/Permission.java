package dev.entente.server.reasons.work;

import dev.entente.server.reasons.model.Question;
import dev.entente.server.reasons.model.ReasonModel;
import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Decision.Exhausted;
import dev.entente.server.reasons.spending.Decision.Granted;
import dev.entente.server.reasons.spending.Decision.Later;
import dev.entente.server.reasons.spending.Spending;
import dev.entente.server.reasons.spending.Tokens;
import dev.entente.server.reasons.spending.Wish;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Asks whether a model may be called, and waits for it where that does not take long.
@Component
class Permission {
  private static final Duration SHORT = Duration.ofSeconds(5);

  // What a refused text adds to the question, roughly, in tokens.
  private static final int REFUSED_TEXT = 60;

  private final Spending spending;
  private final InstantSource clock;

  Permission(Spending spending, InstantSource clock) {
    this.spending = spending;
    this.clock = clock;
  }

  /// Begins a call.
  ///
  /// @param refused how many texts are asked for once more
  /// @param isGoingOn whether there is time to wait
  /// @return what the call is settled by
  /// @throws HaltedExceptionException if it may not begin, or not soon
  long begin(
      ReasonModel model,
      Question question,
      int refused,
      Optional<UUID> run,
      BooleanSupplier isGoingOn)
      throws HaltedException {
    var tokens =
        new Tokens(
            question.estimatedInputTokens() + REFUSED_TEXT * refused,
            question.estimatedOutputTokens());
    var wish = new Wish(model.provider(), model.model(), run, tokens);
    while (true) {
      switch (spending.ask(wish)) {
        case Granted(var call) -> {
          return call;
        }
        case Later(var delay, var cause) -> await(delay, cause, isGoingOn);
        case Exhausted(var cause, var until) -> throw HaltedException.beforeCall(cause, until);
      }
    }
  }

  private void await(Duration delay, Cause cause, BooleanSupplier isGoingOn)
      throws HaltedException {
    if (delay.compareTo(SHORT) > 0 || !isGoingOn.getAsBoolean()) {
      throw HaltedException.beforeCall(cause, Optional.of(clock.instant().plus(delay)));
    }
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw HaltedException.beforeCall(cause, Optional.of(clock.instant()));
    }
  }
}
