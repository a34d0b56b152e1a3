package dev.entente.durable.engine;

import dev.entente.inngest.function.ErrorReport;
import java.util.Optional;

/// Errors that the engine itself reports.
final class Failures {
  private static final String NAME = "Error";

  private Failures() {}

  static ErrorReport report(String message) {
    return report(NAME, message);
  }

  static ErrorReport report(String name, String message) {
    return new ErrorReport(name, message, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
