package dev.entente.server.demo;

import java.util.List;

/// A wording in French and English, often with alternatives between `|`.
record Bilingual(String fr, String en) {
  String in(Language language) {
    return language == Language.FR ? fr : en;
  }

  List<String> alternatives(Language language) {
    return alternatives(in(language));
  }

  /// The parts between `|`; none of a blank text.
  static List<String> alternatives(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
  }
}
