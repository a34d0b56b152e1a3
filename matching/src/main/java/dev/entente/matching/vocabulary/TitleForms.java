package dev.entente.matching.vocabulary;

import java.util.List;

/// The one form of the masculine and feminine, singular and plural of a title: `infirmières`,
/// `infirmier.e.s` and `infirmier` are one token.
final class TitleForms {
  private static final List<String> DOTTED =
      List.of(
          ".euse", ".se", ".trice", ".rice", ".iere", ".ere", ".ne", ".ienne", ".te", ".ive", ".ve",
          ".fe", ".e");
  private static final List<String> PLURALS = List.of("", "s", ".s");

  private record Ending(String written, String read) {}

  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("euse", "eur"),
          new Ending("trice", "teur"),
          new Ending("ienne", "ien"),
          new Ending("ere", "er"),
          new Ending("eure", "eur"),
          new Ending("eur", "eur"),
          new Ending("ien", "ien"),
          new Ending("er", "er"));
  private static final int SHORTEST_TITLE = 6;

  private TitleForms() {}

  /// @param token lower case, without accents
  static String fold(String token) {
    return foldEnding(cutDotted(token));
  }

  private static String cutDotted(String token) {
    if (token.indexOf('.') < 0) {
      return token;
    }
    for (String dotted : DOTTED) {
      for (String plural : PLURALS) {
        if (token.endsWith(dotted + plural)) {
          return token.substring(0, token.length() - dotted.length() - plural.length());
        }
      }
    }
    return token;
  }

  private static String foldEnding(String token) {
    String singular = token.endsWith("s") ? token.substring(0, token.length() - 1) : token;
    if (singular.codePointCount(0, singular.length()) < SHORTEST_TITLE) {
      return token;
    }
    for (Ending ending : ENDINGS) {
      if (singular.endsWith(ending.written())) {
        return singular.substring(0, singular.length() - ending.written().length()) + ending.read();
      }
    }
    return token;
  }
}
