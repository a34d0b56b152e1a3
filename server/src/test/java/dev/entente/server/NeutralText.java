package dev.entente.server;

import dev.entente.matching.vocabulary.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Makes of a text its clean twin, which means nothing but measures the same: as many code points
/// and distinct words, and of the words those that whoever is compared with it has too.
final class NeutralText implements UnaryOperator<String> {
  private static final int BASE = 36;

  private final Set<String> kept;
  private final Map<String, String> words = new HashMap<>();

  /// @param others texts that the twin will be compared with
  NeutralText(List<String> others) {
    kept = Tokens.of(others);
  }

  @Override
  public String apply(String text) {
    List<String> twin = new ArrayList<>();
    for (String token : new TreeSet<>(Tokens.of(List.of(text)))) {
      twin.add(kept.contains(token) ? token : meaningless(token));
    }
    String neutral = String.join(" ", twin);
    int missing = text.codePointCount(0, text.length()) - neutral.length();
    if (missing < 0) {
      throw new IllegalStateException("no room for as many words: " + text);
    }
    return neutral + "…".repeat(missing);
  }

  private String meaningless(String token) {
    return words.computeIfAbsent(token, _ -> "q" + Integer.toString(words.size(), BASE));
  }
}
