package dev.entente.server.reasons.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a model answered, not yet checked but for its form. Copied.
///
/// @param texts a text for each key that was asked for and answered once
/// @param unasked how many answers have a key that was not asked for; they are dropped
/// @param missing keys that were asked for and not answered, or answered twice
/// @param usage absent where the service does not tell
public record Answer(
    Map<String, String> texts, int unasked, Set<String> missing, Optional<TokenUsage> usage) {
  public Answer {
    texts = Map.copyOf(texts);
    missing = Set.copyOf(missing);
  }
}
