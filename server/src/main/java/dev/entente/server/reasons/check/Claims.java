package dev.entente.server.reasons.check;

import dev.entente.server.reasons.check.KnownNames.Kind;
import dev.entente.server.reasons.check.Reading.Name;
import java.util.List;
import java.util.Set;

/// What a text says of skills and domains.
final class Claims {
  private static final Phrases LACK = Phrases.of("lack.txt");
  private static final Set<String> CAPITALS = WordList.words("capitals.txt");
  private static final Set<String> FRENCH = WordList.words("french.txt");
  private static final Set<String> ENGLISH = WordList.words("english.txt");
  private static final Set<String> ORDINALS =
      Set.of("er", "ere", "eres", "e", "eme", "nd", "st", "rd", "th");

  private Claims() {}

  /// Whether a text names what the facts do not name, has a word that looks like such a name, or
  /// names what is missing in a sentence that says of nothing that it is missing.
  static boolean areUntrue(Reading reading) {
    return reading.hasName(Kind.STRANGE)
        || reading.words().stream().anyMatch(Claims::looksLikeName)
        || reading.names().stream()
            .filter(name -> name.kind() == Kind.MISSING)
            .map(Name::sentence)
            .distinct()
            .anyMatch(sentence -> !saysLack(reading, sentence));
  }

  private static boolean looksLikeName(Word word) {
    if (!word.hasLetter()) {
      return false;
    }
    if (word.hasDigit()) {
      return !isOrdinal(word);
    }
    if (CAPITALS.contains(word.folded())) {
      return false;
    }
    return word.hasInnerCapital() || (word.isCapitalised() && !isSentenceCapital(word));
  }

  private static boolean isSentenceCapital(Word word) {
    return word.opens() || FRENCH.contains(word.folded()) || ENGLISH.contains(word.folded());
  }

  private static boolean isOrdinal(Word word) {
    return ORDINALS.contains(word.folded().replaceFirst("^\\d+", ""));
  }

  private static boolean saysLack(Reading reading, int sentence) {
    List<String> words =
        reading.words().stream()
            .filter(word -> word.sentence() == sentence)
            .map(Word::folded)
            .toList();
    return LACK.isIn(words);
  }
}
