package dev.entente.inngest.execution;

import dev.entente.inngest.function.Event;
import java.util.List;

/// Takes the events that steps send.
@FunctionalInterface
public interface EventSender {
  /// Sends events.
  ///
  /// @param events at least one
  /// @return the id of each, in their order
  /// @throws RuntimeException if they were not all taken; the step is then tried again
  List<String> send(List<Event> events);
}
