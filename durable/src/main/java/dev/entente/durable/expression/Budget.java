package dev.entente.durable.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Map;
import java.util.regex.Pattern;

/// The work that one evaluation may do. Of one thread.
///
/// Counted, not timed, so that an expression does the same at every hour. What a function is given
/// is weighed before it works on it: neither a text that is doubled again and again nor a list that
/// holds itself a million times over gets far.
final class Budget implements CelEvaluationListener {
  private static final int MOST = 5_000_000;
  private static final int CHARACTERS_A_VALUE = 4;
  private static final long MATCHED_FACTOR = 100;
  // Larger ones are refused by whoever compiles them.
  private static final Pattern COUNT = Pattern.compile("[{,](\\d{1,4})(?=[,}])");

  private final Map<Long, Weighing> weighings;
  private int left = MOST;

  Budget(Map<Long, Weighing> weighings) {
    this.weighings = weighings;
  }

  @Override
  public void callback(CelExpr expression, Object value) {
    switch (weighings.getOrDefault(expression.id(), Weighing.LIGHT)) {
      case LIGHT -> spend(1);
      case TEXT -> spend(weight(value));
      case WHOLE -> spendOn(value);
      case MATCHED -> spend(MATCHED_FACTOR * weight(value));
      case PATTERN -> spend(MATCHED_FACTOR * weight(value) * unfolded(value));
    }
  }

  private void spendOn(Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        spend(1);
        map.forEach(
            (key, member) -> {
              spendOn(key);
              spendOn(member);
            });
      }
      case Iterable<?> list -> {
        spend(1);
        list.forEach(this::spendOn);
      }
      default -> spend(weight(value));
    }
  }

  private static long weight(Object value) {
    return value instanceof String text ? 1 + text.length() / CHARACTERS_A_VALUE : 1;
  }

  // The library unfolds them before it looks how large the expression is.
  private static long unfolded(Object pattern) {
    long times = 1;
    for (var count = COUNT.matcher(pattern.toString()); count.find() && times < MOST; ) {
      times *= 1 + Long.parseLong(count.group(1));
    }
    return Math.min(times, MOST);
  }

  private void spend(long weight) {
    left = (int) Math.max(-1, left - weight);
    if (left < 0) {
      throw new IllegalStateException("too much work");
    }
  }
}
