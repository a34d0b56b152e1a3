package dev.entente.server.reasons.check;

import dev.entente.server.reasons.check.KnownNames.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a text says of skills and domains.
final class Claims {
  private static final Set<String> CAPITALS = WordList.words("capitals.txt");
  private static final Set<String> FRENCH = WordList.words("french.txt");
  private static final Set<String> ENGLISH = WordList.words("english.txt");
  private static final Set<String> ORDINALS =
      Set.of("er", "ere", "eres", "e", "eme", "nd", "st", "rd", "th");

  private Claims() {}

  /// Whether a text names what the facts do not name, has a word that looks like such a name, or
  /// says more of a name than the facts do.
  static boolean areUntrue(Reading reading) {
    return reading.hasName(Kind.STRANGE)
        || reading.words().stream().anyMatch(Claims::looksLikeName)
        || sentences(reading).stream().anyMatch(sentence -> saysTooMuch(reading, sentence));
  }

  private static Collection<List<Token>> sentences(Reading reading) {
    return reading.tokens().stream()
        .collect(Collectors.groupingBy(Token::sentence, TreeMap::new, Collectors.toList()))
        .values();
  }

  private static boolean saysTooMuch(Reading reading, List<Token> sentence) {
    if (sentence.stream().noneMatch(Token::isName)) {
      return false;
    }
    List<Clause> clauses = Clauses.of(reading.rest(), sentence);
    return saysMissingIsThere(new Clause(' ', sentence), clauses)
        || EvidenceClaims.areUntrue(clauses);
  }

  private static boolean saysMissingIsThere(Clause sentence, List<Clause> clauses) {
    if (!sentence.names(Kind.MISSING)) {
      return false;
    }
    // "Kafka, which is required, is not there": said in a clause of its own.
    boolean isLackSaidApart =
        clauses.stream().anyMatch(clause -> !clause.hasName() && clause.saysLack());
    return !sentence.saysLack()
        || deniesLack(clauses)
        || clauses.stream()
            .filter(clause -> clause.names(Kind.MISSING) && !clause.saysLack())
            .anyMatch(
                clause -> clause.saysPresence() || (clause.hasFiniteVerb() && !isLackSaidApart));
  }

  /// "Kubernetes is missing, but not Kafka."
  private static boolean deniesLack(List<Clause> clauses) {
    for (int i = 1; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      if (clause.names(Kind.MISSING) && clause.isDenial() && clauses.get(i - 1).saysLack()) {
        return true;
      }
    }
    return false;
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
}
