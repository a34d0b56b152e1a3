package dev.entente.documents;

import java.util.ArrayList;
import java.util.List;

/// The problems of one document while it is checked. Not thread-safe.
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Pointer pointer, Problem.Kind kind, Object... arguments) {
    found.add(Problem.of(pointer.toString(), kind, arguments));
  }

  int count() {
    return found.size();
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
