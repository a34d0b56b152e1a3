package dev.entente.server.reasons.check;

import dev.entente.server.reasons.check.KnownNames.Kind;
import java.util.List;
import java.util.Set;

/// What a text says of the evidence for skills: of no other than an assessed one that it passed a
/// test, and of none that is only declared that it was used or confirmed.
final class EvidenceClaims {
  private static final Phrases TESTED = Phrases.of("tested.txt");
  private static final Phrases CONFIRMED = Phrases.of("confirmed.txt");
  private static final Phrases USED = Phrases.of("used.txt");
  private static final Phrases WORK = Phrases.of("used.txt", "work.txt");
  private static final Phrases ONLY = Phrases.of("only.txt");

  private static final Set<String> AND = Set.of("et", "and");

  private EvidenceClaims() {}

  /// @param clauses of one sentence
  static boolean areUntrue(List<Clause> clauses) {
    for (int i = 0; i < clauses.size(); i++) {
      if (isUntrue(clauses.get(i)) || (i > 0 && goesOnUntrue(clauses.get(i - 1), clauses.get(i)))) {
        return true;
      }
    }
    return false;
  }

  // "Docker, validated by a test", "Docker is declared and was used": said of the last name.
  private static boolean goesOnUntrue(Clause before, Clause clause) {
    List<String> words = clause.words();
    int first = AND.contains(words.getFirst()) ? 1 : 0;
    return words.size() > first
        && (clause.opener() == ' ' || before.endsWithName())
        && !clause.hasName()
        && (CONFIRMED.startsAt(words, first) || USED.startsAt(words, first))
        && before.lastName().stream().anyMatch(name -> isUntrue(name.with(clause)));
  }

  private static boolean isUntrue(Clause clause) {
    boolean isToldOfUsed = clause.names(Kind.USED);
    boolean isToldOfDeclared = clause.names(Kind.DECLARED);
    List<String> words = clause.words();
    if (!(isToldOfUsed || isToldOfDeclared) || clause.saysLack() || ONLY.isIn(words)) {
      return false;
    }
    boolean tellsWork = WORK.isIn(words);
    for (int at = 0; at < words.size(); at++) {
      boolean isClaim = TESTED.startsAt(words, at) || CONFIRMED.startsAt(words, at);
      if ((isClaim && isSaidOf(clause, Kind.DECLARED, at))
          || (isClaim && !tellsWork && isSaidOf(clause, Kind.USED, at))
          || (USED.startsAt(words, at) && isUseSaidOfDeclared(clause, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUseSaidOfDeclared(Clause clause, int at) {
    return !clause.names(Kind.USED)
        && !clause.names(Kind.ASSESSED)
        && isSaidOf(clause, Kind.DECLARED, at);
  }

  /// Whether a word may be meant of a name of a kind: not if a name that deserves it stands on the
  /// other side of the word alone.
  private static boolean isSaidOf(Clause clause, Kind kind, int at) {
    Clause left = clause.part(0, at);
    Clause right = clause.part(at, clause.tokens().size());
    boolean isDeservedLeft = left.names(Kind.ASSESSED);
    boolean isDeservedRight = right.names(Kind.ASSESSED);
    return (left.names(kind) && (isDeservedLeft || !isDeservedRight))
        || (right.names(kind) && (isDeservedRight || !isDeservedLeft));
  }
}
