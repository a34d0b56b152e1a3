package dev.entente.server.reasons.check;

import dev.entente.server.reasons.ReasonLanguage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells by its words of grammar and by the words that reasons need whether a text is French or
/// English. Names are no words.
final class Tongue {
  private static final Set<String> FRENCH = WordList.words("french.txt");
  private static final Set<String> ENGLISH = WordList.words("english.txt");
  private static final Set<String> FOREIGN = WordList.words("foreign.txt");

  // Measured on the sentences of the tests: the lowest share of an honest one is 45 %.
  private static final int LOWEST_SHARE = 35;
  private static final int FEWEST = 3;
  private static final int OTHERS_SHARE = 15;
  private static final int JUDGED_FROM = 4;
  private static final int PER_CENT = 100;

  private final Set<String> own;
  private final Set<String> other;

  Tongue(ReasonLanguage language) {
    own = language == ReasonLanguage.FRENCH ? FRENCH : ENGLISH;
    other = language == ReasonLanguage.FRENCH ? ENGLISH : FRENCH;
  }

  /// Whether a text is in the language as a whole, and no sentence of it in another.
  boolean isSpokenIn(List<Word> words) {
    Map<Integer, Count> sentences = new HashMap<>();
    var all = new Count();
    for (Word word : words) {
      all.add(word);
      sentences.computeIfAbsent(word.sentence(), _ -> new Count()).add(word);
    }
    return all.isClear() && sentences.values().stream().allMatch(Count::isOwn);
  }

  private final class Count {
    private int total;
    private int owns;
    private int others;

    void add(Word word) {
      if (!word.hasLetter()) {
        return;
      }
      total++;
      if (own.contains(word.folded())) {
        owns++;
      } else if (other.contains(word.folded()) || FOREIGN.contains(word.folded())) {
        others++;
      }
    }

    boolean isClear() {
      return owns >= FEWEST
          && owns * PER_CENT >= LOWEST_SHARE * total
          && others * PER_CENT <= OTHERS_SHARE * (owns + others);
    }

    boolean isOwn() {
      return total < JUDGED_FROM || owns > others;
    }
  }
}
