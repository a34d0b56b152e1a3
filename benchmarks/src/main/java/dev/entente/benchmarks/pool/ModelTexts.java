package dev.entente.benchmarks.pool;

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

  /// The next words, fewer if there are no more.
  String words(int count) {
    int end = Math.min(words.size(), dealt + count);
    String text = String.join(" ", words.subList(dealt, end));
    dealt = end;
    return text;
  }

  /// All that are left.
  String rest() {
    return words(words.size() - dealt);
  }
}
