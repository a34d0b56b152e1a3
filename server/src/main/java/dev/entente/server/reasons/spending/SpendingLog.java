package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Outcome.RateLimit;
import dev.entente.server.reasons.spending.Standing.Pause;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an operator is told of spending: each thing once, and nothing that passes by itself within
/// moments.
final class SpendingLog {
  private static final Logger LOG = LoggerFactory.getLogger(Spending.class);

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /// A call that has ended.
  ///
  /// @param before why calls rested until then
  /// @param after why they do now
  record Settled(
      String model,
      Outcome outcome,
      Optional<Pause> pause,
      Optional<Breaker.Rest> before,
      Optional<Breaker.Rest> after) {}

  /// Says that a model has no price.
  void noPrice(String model) {
    if (told.add("price " + model)) {
      LOG.warn(
          "no call of {}: nothing tells what it costs, so limits of money cannot be kept. Set"
              + " ENTENTE_REASONS_PRICES={}=input/output, per million tokens (0/0 if it costs"
              + " nothing), or both ENTENTE_REASONS_COST_PER_DAY and ENTENTE_REASONS_COST_PER_RUN"
              + " to none",
          model,
          model);
    }
  }

  /// Says what an operator has to know of a call that has ended.
  void settled(Settled call) {
    call.outcome().limit().filter(RateLimit::isFreeTier).ifPresent(_ -> free(call));
    call.pause().filter(Pause::isDaily).ifPresent(pause -> quota(call, pause));
    if (!call.after().equals(call.before())) {
      call.after()
          .ifPresentOrElse(
              rest ->
                  LOG.warn(
                      "calls of {} rest until {}: {}", call.model(), rest.until(), rest.cause()),
              () -> LOG.info("calls of {} go on", call.model()));
    }
  }

  private void free(Settled call) {
    if (told.add("free " + call.model())) {
      LOG.error(
          "the key for {} is of an unpaid tier, as its quota says: what is sent may be read by"
              + " people and used for training, and its terms forbid serving people in the EEA. Use"
              + " a key of a project with billing",
          call.model());
    }
  }

  private void quota(Settled call, Pause pause) {
    if (told.add("quota " + call.model() + pause.until())) {
      LOG.warn("the quota of a day of {} is used up until {}", call.model(), pause.until());
    }
  }
}
