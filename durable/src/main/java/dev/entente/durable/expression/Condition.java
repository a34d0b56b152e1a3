package dev.entente.durable.expression;

import dev.cel.common.types.CelKind;
import dev.entente.inngest.json.Json;
import java.util.Optional;

/// Which events are meant: a CEL expression that is true or false. Immutable, shared by threads.
///
/// Its variables are `event`, the event that started a run or may start one, and `async`, one that
/// came later. A number without a fraction is an `int` however it was written, any other a
/// `double`; the two can be compared and reckoned with each other, which gives a `double`.
///
/// It does not hold where it cannot be evaluated: a key is missing, a value is of another type, or
/// the evaluation is too much work ([#compile]). `!(event.data.x == 1)` holds for no event without
/// `data.x`; `!has(event.data.x)` does.
public final class Condition {
  private final Expression expression;

  private Condition(Expression expression) {
    this.expression = expression;
  }

  /// Compiles a condition.
  ///
  /// An evaluation takes at most 10,000 rounds of macros such as `exists`, and looks at 5,000,000
  /// values, where four characters count as one; a text that `matches` looks at counts a
  /// hundredfold.
  ///
  /// @param what what it is the condition of, named in the refusal
  /// @param expression at most 4,000 characters
  /// @throws IllegalArgumentException that shows the expression and what is wrong where, if it is
  ///   no CEL, too long, or anything but true or false
  public static Condition compile(String what, String expression) {
    Expression compiled = Expression.compile(what, expression);
    CelKind kind = compiled.type().kind();
    if (kind != CelKind.BOOL && kind != CelKind.DYN) {
      throw new IllegalArgumentException(
          "%s: a condition is true or false, and this CEL expression is of type %s%n  %s"
              .formatted(what, compiled.type().name(), expression));
    }
    return new Condition(compiled);
  }

  /// Tells whether it holds for an event; not if it asks for `async`.
  public boolean holds(Json event) {
    return isTrue(expression.evaluate(event, Optional.empty()));
  }

  /// Tells whether it holds for an event and one that came later.
  public boolean holds(Json event, Json async) {
    return isTrue(expression.evaluate(event, Optional.of(async)));
  }

  private static boolean isTrue(Optional<Object> value) {
    return value.equals(Optional.of(true));
  }
}
