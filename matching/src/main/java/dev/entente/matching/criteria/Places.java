package dev.entente.matching.criteria;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// JSON Pointers to the elements of a list in a candidate's document.
final class Places {
  private Places() {}

  /// The places of the elements that fit.
  static <T> List<String> of(String list, List<T> elements, Predicate<T> fitting) {
    return map(elements, fitting, i -> at(list, i));
  }

  /// What becomes of the elements that fit, given their positions.
  static <T, R> List<R> map(List<T> elements, Predicate<T> fitting, IntFunction<R> mapped) {
    return IntStream.range(0, elements.size())
        .filter(i -> fitting.test(elements.get(i)))
        .mapToObj(mapped)
        .toList();
  }

  static String at(String list, int index) {
    return list + "/" + index;
  }
}
