package dev.entente.server.pages.explanation;

import dev.entente.documents.Checked;
import dev.entente.documents.Document;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.PairScorer;
import dev.entente.server.matchings.CandidateSummary;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.TestWording;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import dev.entente.server.postings.StoredPosting;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A job posting and a candidate, read from their documents, as pages tell of them.
final class ToldPair {
  private static final RunConditions CONDITIONS =
      new RunConditions(Instant.parse("2026-11-23T00:00:00Z"), new Calibration(7_000, 6_000));

  private final String postingText;
  private final PostingDocument posting;
  private final Candidate candidate;

  ToldPair(String posting, String candidate) {
    postingText = posting;
    this.posting = valid(DocumentForm.posting().reread(posting));
    Document<Candidate> document =
        valid(DocumentForm.storedCandidate().keepingJson().reread(candidate));
    this.candidate = document.content();
  }

  private static <T> T valid(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid<T>(var document) -> document;
      case Checked.Invalid<T>(var problems) -> throw new IllegalArgumentException(problems + "");
    };
  }

  boolean isEligible() {
    return Eligibility.of(posting.posting(), CandidateFacts.of(candidate))
        instanceof Eligibility.Eligible;
  }

  Explanation explanation() {
    return new PairScorer(
            JobPostingFacts.of(posting.posting()), posting.effectiveWeights(), CONDITIONS)
        .explain(CandidateFacts.of(candidate));
  }

  EvidenceWords words(Locale language) {
    Wording wording = TestWording.of(language);
    var stored = new StoredPosting(posting.posting().id().value(), "acme", 1, true, postingText);
    var names = new WrittenNames(PostingFacts.of(stored, wording), summary());
    return new EvidenceWords(
        names, new PlaceWords(Optional.of(candidate), names, wording), wording);
  }

  // Names that only the posting writes are enough for what is tested.
  private CandidateSummary summary() {
    return new CandidateSummary(
        candidate.id().value(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  List<CriterionSection> sections(Locale language) {
    EvidenceWords words = words(language);
    return WeighedScore.listOf(explanation()).stream()
        .map(weighed -> CriterionSection.of(weighed, words))
        .toList();
  }
}
