package dev.entente.server.pages.explanation;

import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;

/// All that is needed to say the evidence of one matching in words.
public record EvidenceWords(WrittenNames names, PlaceWords places, Wording wording) {
  public static EvidenceWords of(
      ExplainedMatching matching, PostingFacts posting, Wording wording) {
    var names = new WrittenNames(posting, matching.answer().candidate());
    return new EvidenceWords(names, new PlaceWords(matching.profile(), names, wording), wording);
  }

  /// What is counted under a term.
  public String title(String term) {
    return wording.find("evidence.of." + term).orElseGet(() -> wording.text("term." + term));
  }

  /// What a place contributes to a fact, in the fact's unit; hundredths of a point where the unit
  /// has no text of its own.
  public String amount(String term, long value) {
    return wording
        .find("amount." + term, value)
        .orElseGet(() -> wording.text("amount", wording.points(value)));
  }
}
