package dev.entente.server.reasons.check;

import dev.entente.server.reasons.check.KnownNames.Kind;
import java.util.List;

/// A text in which the names of skills and domains that the facts name are told from all else.
///
/// @param rest the text as written, in which each such name is a run of `x`
/// @param words the words that belong to none
/// @param tokens all words and those names, in their order
record Reading(String rest, List<Word> words, List<Token> tokens) {
  /// The rest, folded.
  String plain() {
    return Folding.fold(rest);
  }

  /// All words, folded, in which [Token#NAME] stands for a name.
  List<String> phrases() {
    return tokens.stream().map(Token::folded).toList();
  }

  boolean hasName(Kind kind) {
    return tokens.stream().anyMatch(token -> token.kind() == kind);
  }
}
