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
import dev.entente.server.candidates.WrittenProfile;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.TestWording;
import dev.entente.server.pages.wording.Wording;
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
  private final WrittenProfile written;

  ToldPair(String posting, String candidate) {
    postingText = posting;
    this.posting = valid(DocumentForm.posting().reread(posting));
    Document<Candidate> document =
        valid(DocumentForm.storedCandidate().keepingJson().reread(candidate));
    this.candidate = document.content();
    written = WrittenProfile.of(document.json());
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
    return EvidenceWords.of(
        PostingFacts.of(stored, wording), Optional.of(candidate), written, wording);
  }

  List<CriterionSection> sections(Locale language) {
    return tree(language).sections();
  }

  ExplanationTree tree(Locale language) {
    return ExplanationTree.of(explanation(), words(language));
  }
}
