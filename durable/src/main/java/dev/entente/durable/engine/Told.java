package dev.entente.durable.engine;

import dev.entente.durable.call.App;
import dev.entente.durable.call.Caller;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.durable.registry.Registered;
import java.util.List;
import java.util.function.Supplier;

/// An app, and the functions that it has told, compiled. Immutable.
record Told(App app, String appId, List<Registered> functions) {
  /// Asks an app.
  ///
  /// @param newId makes ids for the events that its steps send
  /// @throws IllegalArgumentException that names the function and what is wrong with it
  /// @throws java.io.UncheckedIOException if it cannot be asked
  static Told by(App app, Supplier<String> newId) {
    return of(app, app.functions(), newId);
  }

  /// Compiles what an app has told.
  ///
  /// @throws IllegalArgumentException as [#by] does
  static Told of(App app, List<FunctionDefinition> definitions, Supplier<String> newId) {
    Caller caller = app.caller(newId);
    return new Told(
        app,
        app.id(),
        definitions.stream().map(function -> new Registered(function, caller)).toList());
  }

  List<FunctionDefinition> definitions() {
    return functions.stream().map(Registered::definition).toList();
  }
}
