package dev.entente.server.reasons.check;

/// A run of letters and digits in a text.
///
/// @param written as it stands there
/// @param folded as it is compared
/// @param start offset of its first char
/// @param end offset behind its last
/// @param sentence which sentence it stands in, or part of one before a semicolon; from 0
/// @param opens whether it is the first of a sentence
/// @param isElided whether an apostrophe follows at once: `l'`, `d'`
record Word(
    String written,
    String folded,
    int start,
    int end,
    int sentence,
    boolean opens,
    boolean isElided) {
  boolean isCapitalised() {
    return Character.isUpperCase(written.codePointAt(0));
  }

  /// Whether it is written as only names are: `PostgreSQL`, `AWS`.
  boolean hasInnerCapital() {
    return written.codePoints().skip(1).anyMatch(Character::isUpperCase);
  }

  boolean hasDigit() {
    return written.codePoints().anyMatch(Character::isDigit);
  }

  boolean hasLetter() {
    return written.codePoints().anyMatch(Character::isLetter);
  }
}
