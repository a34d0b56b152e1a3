package dev.entente.server.pages.explanation;

import dev.entente.matching.profile.Candidate;
import dev.entente.server.candidates.WrittenProfile;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.List;
import java.util.Optional;

/// All that is needed to say the evidence of one matching in words.
public record EvidenceWords(WrittenNames names, PlaceWords places, Wording wording) {
  public static EvidenceWords of(
      ExplainedMatching matching, PostingFacts posting, Wording wording) {
    return of(posting, matching.profile(), matching.written(), wording);
  }

  /// The words about a profile.
  ///
  /// @param profile that places point into; empty leaves them without a title
  public static EvidenceWords of(
      PostingFacts posting, Optional<Candidate> profile, WrittenProfile written, Wording wording) {
    var names = new WrittenNames(posting, written);
    return new EvidenceWords(names, new PlaceWords(profile, written, names, wording), wording);
  }

  /// When what stands at a place was; empty where that is unknown or said already.
  List<String> when(String place) {
    String when = places.when(place);
    return when.isEmpty() ? List.of() : List.of(when);
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
