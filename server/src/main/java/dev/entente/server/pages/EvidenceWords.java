package dev.entente.server.pages;

import dev.entente.server.matchings.ExplainedMatching;

/// All that is needed to say the evidence of one matching in words.
record EvidenceWords(WrittenNames names, PlaceWords places, Wording wording) {
  static EvidenceWords of(ExplainedMatching matching, PostingFacts posting, Wording wording) {
    var names = new WrittenNames(posting, matching.answer().candidate());
    return new EvidenceWords(names, new PlaceWords(matching.profile(), names, wording), wording);
  }

  /// What is counted under a term.
  String title(String term) {
    return wording.find("evidence.of." + term).orElseGet(() -> wording.text("term." + term));
  }

  /// What a place contributes to a fact, in the fact's unit; hundredths of a point where the unit
  /// has no text of its own.
  String amount(String term, long value) {
    return wording
        .find("amount." + term, value)
        .orElseGet(() -> wording.text("amount", wording.points(value)));
  }
}
