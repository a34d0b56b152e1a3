package dev.entente.server.reasons.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list as a sentence tells it.
///
/// @param names the first of those that can be said, in the posting's order
/// @param others how many more there are
record NameList(List<String> names, int others) {
  private static final int LONGEST = 40;

  /// @param most how many names to say; one more if it would be the only one left out, none if 0
  static NameList of(List<Optional<String>> all, int most) {
    List<String> names = new ArrayList<>();
    for (Optional<String> name : all) {
      if (names.size() <= most && name.isPresent() && canBeSaid(name.get())) {
        names.add(name.get());
      }
    }
    if (names.size() > most && (most == 0 || names.size() < all.size())) {
      names.removeLast();
    }
    return new NameList(names, all.size() - names.size());
  }

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

  /// Whether a name stands well in a line: not too long, no control characters, blanks one by one
  /// and inside only.
  private static boolean canBeSaid(String name) {
    boolean isBehindBlank = true;
    for (int at = 0; at < name.length(); at++) {
      boolean isBlank = Character.isSpaceChar(name.charAt(at));
      if ((isBlank && isBehindBlank) || isUnseen(name.charAt(at))) {
        return false;
      }
      isBehindBlank = isBlank;
    }
    return !isBehindBlank && name.codePointCount(0, name.length()) <= LONGEST;
  }

  private static boolean isUnseen(char character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
