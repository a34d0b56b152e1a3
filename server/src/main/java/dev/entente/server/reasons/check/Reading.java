package dev.entente.server.reasons.check;

import dev.entente.server.reasons.check.KnownNames.Kind;
import java.util.List;

/// A text in which the names of skills and domains that the facts name are told from all else.
///
/// @param rest the text as written, in which each such name is a run of `x`
/// @param words the words that belong to none
/// @param phrases all words, folded, in which [#NAME] stands for one
/// @param names those names and strange ones, in their order
record Reading(String rest, List<Word> words, List<String> phrases, List<Name> names) {
  /// A word that is none, where a name stands.
  static final String NAME = "\u00a4";

  /// A name in a text.
  ///
  /// @param sentence which it stands in
  record Name(int sentence, Kind kind) {}

  /// The rest, folded.
  String plain() {
    return Folding.fold(rest);
  }

  boolean hasName(Kind kind) {
    return names.stream().anyMatch(name -> name.kind() == kind);
  }
}
