package dev.entente.server.reasons.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Skills or domains that a text tells together, whatever their number.
final class NameGroup {
  private final List<String> names = new ArrayList<>();
  private int size;

  /// Adds one.
  ///
  /// @param name empty if it cannot be said: it is counted then
  void add(Optional<String> name) {
    size++;
    name.ifPresent(names::add);
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// The group as a list that names the first of those that can be said.
  ///
  /// @param most how many names to say, none if 0; all, where only one would be left out
  NameList first(int most) {
    boolean isOneMore = most > 0 && size == most + 1;
    int said = Math.min(names.size(), isOneMore ? size : most);
    return new NameList(names.subList(0, said), size - said);
  }
}
