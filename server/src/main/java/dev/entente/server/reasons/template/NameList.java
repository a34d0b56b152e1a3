package dev.entente.server.reasons.template;

import java.util.ArrayList;
import java.util.List;

/// A list as a sentence tells it.
///
/// @param names the first of those that can be said, in the posting's order
/// @param others how many more there are
record NameList(List<String> names, int others) {
  int size() {
    return names.size() + others;
  }

  boolean isEmpty() {
    return size() == 0;
  }

  boolean namesNone() {
    return names.isEmpty();
  }

  /// The names, and how many others.
  ///
  /// @param and the word before the last, with its blanks
  String told(Noun other, String and) {
    List<String> parts = new ArrayList<>(names);
    if (others > 0) {
      parts.add(other.counted(others));
    }
    return Wording.list(parts, and);
  }

  /// The same in brackets behind a count of all; nothing if none is named.
  String bracketed(Noun other, String and) {
    return names.isEmpty() ? "" : " (" + told(other, and) + ")";
  }
}
