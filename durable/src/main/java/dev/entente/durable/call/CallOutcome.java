package dev.entente.durable.call;

import dev.entente.inngest.execution.CallResult;
import java.util.List;

/// What came of a call. Immutable; the list is copied.
///
/// @param sent events to be stored together with the result, or not at all; none where code
///   elsewhere sends its own
public record CallOutcome(CallResult result, List<SentEvent> sent) {
  public CallOutcome {
    sent = List.copyOf(sent);
  }
}
