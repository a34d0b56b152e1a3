package dev.entente.server.reasons.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Phrases that are looked for among the words of a text, whatever stands between the words.
final class Phrases {
  private final Map<String, List<String[]>> byFirstWord = new HashMap<>();
  private final Map<Character, List<String[]>> byFirstLetter = new HashMap<>();

  /// @param phrases folded words with a blank between; a `*` at a word's end stands for any ending
  Phrases(List<String> phrases) {
    for (String phrase : phrases) {
      String[] words = phrase.split(" ", -1);
      if (words[0].endsWith("*")) {
        byFirstLetter.computeIfAbsent(words[0].charAt(0), _ -> new ArrayList<>()).add(words);
      } else {
        byFirstWord.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words);
      }
    }
  }

  /// The phrases of lists, by name.
  static Phrases of(String... lists) {
    List<String> phrases = new ArrayList<>();
    for (String list : lists) {
      phrases.addAll(WordList.lines(list));
    }
    return new Phrases(phrases);
  }

  /// Whether one of them stands in a text.
  ///
  /// @param text folded words
  boolean isIn(List<String> text) {
    for (int i = 0; i < text.size(); i++) {
      if (startsAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of them begins at a word of a text.
  boolean startsAt(List<String> text, int at) {
    String word = text.get(at);
    return isOneAt(text, at, byFirstWord.getOrDefault(word, List.of()))
        || (!word.isEmpty()
            && isOneAt(text, at, byFirstLetter.getOrDefault(word.charAt(0), List.of())));
  }

  private static boolean isOneAt(List<String> text, int at, List<String[]> phrases) {
    for (String[] phrase : phrases) {
      if (isAt(text, at, phrase)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(List<String> text, int at, String[] phrase) {
    if (at + phrase.length > text.size()) {
      return false;
    }
    for (int i = 0; i < phrase.length; i++) {
      if (!isWord(text.get(at + i), phrase[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(String word, String pattern) {
    return pattern.endsWith("*")
        ? word.startsWith(pattern.substring(0, pattern.length() - 1))
        : word.equals(pattern);
  }
}
