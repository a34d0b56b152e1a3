package dev.entente.matching.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// JSON Pointers to the elements of a list in a candidate's document.
final class Places {
  private Places() {}

  /// The places of the elements that fit.
  static <T> List<String> of(String list, List<T> elements, Predicate<T> fitting) {
    return map(elements, fitting, i -> at(list, i));
  }

  /// What becomes of the elements that fit, given their positions.
  static <T, R> List<R> map(List<T> elements, Predicate<T> fitting, IntFunction<R> mapped) {
    // A loop: explanations come by the thousand, and a stream costs more than most of these lists.
    List<R> all = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      if (fitting.test(elements.get(i))) {
        all.add(mapped.apply(i));
      }
    }
    return all;
  }

  static String at(String list, int index) {
    return list + "/" + index;
  }
}
