package dev.entente.durable.call;

import dev.entente.durable.definition.FunctionDefinition;
import java.util.List;

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
}
