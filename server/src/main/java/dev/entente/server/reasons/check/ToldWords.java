package dev.entente.server.reasons.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a model was told in sentences, so that a text can be found out that repeats some of it: so
/// many words in a row that nobody hits upon them by chance. Immutable.
public final class ToldWords {
  // What a posting "requires or wishes for" is said in words of the instruction, and honestly.
  private static final int RUN = 9;

  private final Set<List<String>> runs = new HashSet<>();

  /// @param texts as they were told
  public ToldWords(Collection<String> texts) {
    for (String text : texts) {
      List<String> words = Words.of(Folding.compatible(text)).stream().map(Word::folded).toList();
      for (int i = 0; i + RUN <= words.size(); i++) {
        runs.add(words.subList(i, i + RUN));
      }
    }
  }

  /// @param phrases words, folded, in which [Token#NAME] stands for a name: posting and reason may
  ///   well enumerate the same ones
  boolean areIn(List<String> phrases) {
    for (int i = 0; i + RUN <= phrases.size(); i++) {
      if (runs.contains(phrases.subList(i, i + RUN))) {
        return true;
      }
    }
    return false;
  }
}
