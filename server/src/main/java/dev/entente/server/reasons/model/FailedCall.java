package dev.entente.server.reasons.model;

import dev.langchain4j.exception.NonRetriableException;

/// Carries a failure through the library, which knows only unchecked exceptions and leaves those
/// alone that are not to be repeated.
final class FailedCall extends NonRetriableException {
  private static final long serialVersionUID = 1;

  private final CallFailure failure;

  FailedCall(CallFailure failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  CallFailure failure() {
    return failure;
  }
}
