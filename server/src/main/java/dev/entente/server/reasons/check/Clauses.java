package dev.entente.server.reasons.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes a text apart into clauses: at signs, at words of contrast, and at `et` and `and` between
/// two statements; a list of names stays with what is said of it.
final class Clauses {
  private static final Set<String> CONTRAST =
      Set.of("mais", "but", "whereas", "while", "tandis", "alors", "although", "though");
  private static final Set<String> AND = Set.of("et", "and");
  private static final Set<String> ALSO = Set.of("aussi", "egalement", "also");
  private static final Set<String> BEFORE_NAMES =
      Set.of("et", "and", "ou", "le", "la", "les", "l", "the", "de", "d", "en", "enfin", "also");
  private static final Set<String> GOES_ON =
      Set.of(
          "avec",
          "with",
          "including",
          "dont",
          "notamment",
          "comme",
          "like",
          "such",
          "ainsi",
          "plus",
          "along",
          "as",
          "namely",
          "soit");

  private final String text;
  private final List<Clause> clauses = new ArrayList<>();

  private Clauses(String text) {
    this.text = text;
  }

  /// The clauses of one sentence.
  ///
  /// @param text that the words stand in
  static List<Clause> of(String text, List<Token> sentence) {
    var clauses = new Clauses(text);
    int first = 0;
    for (int i = 1; i <= sentence.size(); i++) {
      if (i == sentence.size() || clauses.isCutBefore(sentence, i)) {
        char opener = first == 0 ? ' ' : clauses.sign(sentence.get(first - 1), sentence.get(first));
        clauses.addStatements(new Clause(opener, sentence.subList(first, i)));
        first = i;
      }
    }
    return clauses.clauses;
  }

  private boolean isCutBefore(List<Token> sentence, int at) {
    return sign(sentence.get(at - 1), sentence.get(at)) != ' '
        || (isContrast(sentence, at) && at < sentence.size() - 1);
  }

  // "Mais aussi" and "but also" go on with the same.
  private static boolean isContrast(List<Token> sentence, int at) {
    return CONTRAST.contains(sentence.get(at).folded())
        && (at + 1 == sentence.size() || !ALSO.contains(sentence.get(at + 1).folded()));
  }

  private char sign(Token before, Token behind) {
    for (int i = before.end(); i < behind.start(); i++) {
      if (",:()\u2013\u2014".indexOf(text.charAt(i)) >= 0) {
        return text.charAt(i);
      }
    }
    return ' ';
  }

  private void addStatements(Clause clause) {
    Clause rest = clause;
    int i = 1;
    while (i < rest.tokens().size() - 1) {
      if (AND.contains(rest.tokens().get(i).folded()) && areTwo(rest, i)) {
        add(rest.part(0, i));
        rest = rest.part(i, rest.tokens().size());
        i = 0;
      }
      i++;
    }
    add(rest);
  }

  private static boolean areTwo(Clause clause, int and) {
    Clause left = clause.part(0, and);
    Clause right = clause.part(and, clause.tokens().size());
    return !left.isBare() && !right.isBare() && (right.hasFiniteVerb() || !left.saysLack());
  }

  private void add(Clause clause) {
    if (!clauses.isEmpty() && goesOn(clauses.getLast(), clause)) {
      clauses.add(clauses.removeLast().with(clause));
    } else {
      clauses.add(clause);
    }
  }

  private static boolean goesOn(Clause before, Clause clause) {
    if (isContrast(clause.tokens(), 0)) {
      return false;
    }
    boolean isBare = clause.isBare();
    if (isBare && (clause.opener() == ':' || clause.opener() == '(')) {
      return true;
    }
    if (isBare && GOES_ON.contains(clause.tokens().getFirst().folded())) {
      return true;
    }
    return before.endsWithName() && beginsWithName(clause) && (isBare || before.isBare());
  }

  private static boolean beginsWithName(Clause clause) {
    for (Token token : clause.tokens()) {
      if (token.isName()) {
        return true;
      }
      if (!BEFORE_NAMES.contains(token.folded())) {
        return false;
      }
    }
    return false;
  }
}
