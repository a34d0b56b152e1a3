package dev.entente.durable.call;

import dev.entente.durable.definition.FunctionDefinition;
import java.util.List;
import java.util.function.Supplier;

/// Functions under one name, and how they are called. Shared by threads.
public interface App {
  /// The name.
  String id();

  /// Asks what functions there are, failure handlers included, each as a function of its own.
  ///
  /// @throws IllegalArgumentException that names the function and what is wrong with it
  /// @throws java.io.UncheckedIOException if they cannot be asked for; a later try may succeed
  List<FunctionDefinition> functions();

  /// How they are called.
  Caller caller();

  /// How they are called, where events that they send in this process get their ids.
  ///
  /// @param eventIds makes ULIDs; shared by threads
  default Caller caller(Supplier<String> eventIds) {
    return caller();
  }
}
