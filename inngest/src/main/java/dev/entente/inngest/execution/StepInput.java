package dev.entente.inngest.execution;

import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.StepBody;
import dev.entente.inngest.json.Json;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// The input of a step as the function gives it. An edited one is read as its class, so it is one
/// that can be read: neither generic, whose elements' class nobody knows, nor an unnamed one.
record StepInput<I>(String stepId, I value) {
  /// The step with this input.
  ///
  /// @throws NonRetriableException if a run cannot keep it, or an edited one could not be read
  <T extends @Nullable Object> NewStep written(StepBody<I, T> body) {
    Json shown = Kept.input(stepId, value);
    requireReadable(shown);
    return step(shown, () -> body.run(value));
  }

  /// The step with an input that somebody has edited.
  <T extends @Nullable Object> NewStep edited(Json input, StepBody<I, T> body) {
    return step(input, () -> body.run(read(input)));
  }

  private static NewStep step(Json shown, Callable<?> body) {
    return NewStep.ofCode(new NewStep.Code(StepOptions.ofInput(shown), body));
  }

  private void requireReadable(Json shown) {
    if (!isReadable(shown)) {
      throw new NonRetriableException(
          "the input of step %s is a %s, and an edited one could not be read as that: give a record, with lists and maps as its components"
              .formatted(stepId, type().getName()));
    }
  }

  private boolean isReadable(Json shown) {
    if (type().getTypeParameters().length > 0) {
      return false;
    }
    try {
      shown.as(type());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private I read(Json input) {
    try {
      return input.as(type());
    } catch (IllegalArgumentException e) {
      throw new NonRetriableException(
          "the edited input of step %s cannot be read: %s".formatted(stepId, e.getMessage()), e);
    }
  }

  @SuppressWarnings("unchecked") // the class of a value of I is one of I
  private Class<I> type() {
    return (Class<I>)
        (value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass());
  }
}
