package dev.entente.durable.definition;

import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.Trigger;
import java.util.List;

/// A function as the engine knows it, wherever its code runs. Immutable; the list is copied.
///
/// @param id with the app's id before it, such as `shop-fulfil-order`
/// @param appId the app that it belongs to
/// @param name for people
/// @param triggers none if it is only invoked
/// @param retries how often an attempt that failed is tried again, `0..20`
public record FunctionDefinition(
    String id, String appId, String name, List<Trigger> triggers, int retries, FlowControl flow) {
  public FunctionDefinition {
    triggers = List.copyOf(triggers);
  }
}
