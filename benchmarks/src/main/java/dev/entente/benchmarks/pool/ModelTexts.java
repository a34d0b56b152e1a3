package dev.entente.benchmarks.pool;

import java.util.ArrayList;
import java.util.List;

/// The words of one invented person, 40 to 120 distinct ones, dealt out to its texts. Not
/// thread-safe.
final class ModelTexts {
  private final List<String> words;
  private int dealt;

  private ModelTexts(List<String> words) {
    this.words = words;
  }

  static ModelTexts of(ModelChoice choice, Draw draw) {
    return new ModelTexts(choice.words(draw, draw.between(40, 120)).toList());
  }

  /// The next words; after the last one the first ones come again.
  String words(int count) {
    List<String> text = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      text.add(words.get(dealt++ % words.size()));
    }
    return String.join(" ", text);
  }

  /// All that nobody got yet, and one at least.
  String rest() {
    return words(Math.max(1, words.size() - dealt));
  }
}
