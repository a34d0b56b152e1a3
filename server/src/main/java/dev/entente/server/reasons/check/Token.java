package dev.entente.server.reasons.check;

import dev.entente.server.reasons.check.KnownNames.Kind;

/// A word of a text, or the name of a skill or domain in it.
///
/// @param folded the word; of a name that the facts name [#NAME]
/// @param start offset of its first char
/// @param end offset behind its last
/// @param sentence which sentence it stands in
/// @param kind what it is; of a word [Kind#NONE]
record Token(String folded, int start, int end, int sentence, Kind kind) {
  /// A word that is none, where a name stands.
  static final String NAME = "\u00a4";

  static Token of(Word word, Kind kind) {
    return new Token(word.folded(), word.start(), word.end(), word.sentence(), kind);
  }

  boolean isName() {
    return kind.isNamed();
  }
}
