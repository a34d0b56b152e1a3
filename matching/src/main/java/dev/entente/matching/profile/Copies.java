package dev.entente.matching.profile;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// Unmodifiable copies that keep the order of the document: `Set.copyOf` orders by chance, and
/// explanations must repeat.
final class Copies {
  private Copies() {}

  static <T> Set<T> of(Set<T> set) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }
}
