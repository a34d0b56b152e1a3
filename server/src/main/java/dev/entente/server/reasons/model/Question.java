package dev.entente.server.reasons.model;

import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonLanguage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Matchings of one job posting that reasons are wanted for. Copied.
///
/// @param language that reasons are to be written in
/// @param postingTitle cleaned and cut by the caller
/// @param postingText likewise; may be empty
/// @param facts by key, in the order they are asked in, at least one; a key is `m` and a number and
///   tells nothing of whom it stands for
public record Question(
    ReasonLanguage language,
    String postingTitle,
    String postingText,
    Map<String, ReasonFacts> facts) {
  private static final Pattern KEY = Pattern.compile("m[1-9][0-9]{0,3}");

  public Question {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("a question is about one matching at least");
    }
    facts.keySet().forEach(Question::requireKey);
  }

  private static void requireKey(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("a key is m and a number, got: " + key);
    }
  }

  /// The same of some of its matchings.
  ///
  /// @throws IllegalArgumentException if none is left
  Question about(Set<String> keys) {
    Map<String, ReasonFacts> some = new LinkedHashMap<>(facts);
    some.keySet().retainAll(keys);
    return new Question(language, postingTitle, postingText, some);
  }

  /// Tokens that the whole request takes, rather too many than too few: a third of its bytes.
  public int estimatedInputTokens() {
    return new Prompt(this).estimatedInputTokens();
  }

  /// Tokens that the answer takes at most: it is cut off there.
  public int estimatedOutputTokens() {
    return new Prompt(this).mostOutputTokens();
  }
}
