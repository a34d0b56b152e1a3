package dev.entente.durable.call;

import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.function.Event;
import java.util.List;

/// What came of a call. Immutable; the list is copied.
///
/// @param sent events that the call has sent, each with its id, to be stored together with the
///   result; none where code elsewhere sends its own
public record CallOutcome(CallResult result, List<Event> sent) {
  public CallOutcome {
    sent = List.copyOf(sent);
  }
}
