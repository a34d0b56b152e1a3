package dev.entente.server.matchings;

import dev.entente.documents.Checked;
import dev.entente.documents.Document;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.PairScorer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Makes answers of the rows of one job posting, and works their explanations out again from the
/// documents. Not thread-safe.
final class Explainer {
  private static final DocumentForm<Document<Candidate>> CANDIDATE =
      DocumentForm.storedCandidate().keepingJson();
  private static final DocumentForm<PostingDocument> POSTING = DocumentForm.posting();

  private final Optional<PostingDocument> posting;
  private final Map<RunConditions, PairScorer> scorers = new HashMap<>();

  /// @param posting the document of the posting; empty explains nothing
  Explainer(Optional<String> posting) {
    this.posting =
        posting
            .map(POSTING::reread)
            .flatMap(
                checked ->
                    checked instanceof Checked.Valid<PostingDocument>(var document)
                        ? Optional.of(document)
                        : Optional.empty());
  }

  MatchingAnswer answer(MatchingRow row) {
    return explained(row).answer();
  }

  ExplainedMatching explained(MatchingRow row) {
    return switch (CANDIDATE.reread(row.candidate())) {
      case Checked.Valid<Document<Candidate>>(var document) ->
          explained(
              row,
              MatchingAnswer.of(
                  row,
                  explanation(row, document.content()).orElse(null),
                  CandidateSummary.of(document.json())),
              Optional.of(document.content()));
      case Checked.Invalid<Document<Candidate>> _ ->
          explained(
              row,
              MatchingAnswer.of(row, null, CandidateSummary.ofId(row.candidateId())),
              Optional.empty());
    };
  }

  private static ExplainedMatching explained(
      MatchingRow row, MatchingAnswer answer, Optional<Candidate> profile) {
    return new ExplainedMatching(
        answer, row.postingId(), row.points().confidence(), row.conditions(), profile);
  }

  /// The explanation of the stored number; empty if documents that were changed give another.
  private Optional<Explanation> explanation(MatchingRow row, Candidate candidate) {
    return posting
        .map(document -> scorers.computeIfAbsent(row.conditions(), c -> scorer(document, c)))
        .map(scorer -> scorer.explain(CandidateFacts.of(candidate)))
        .filter(explanation -> explanation.value() == row.points().total());
  }

  private static PairScorer scorer(PostingDocument document, RunConditions conditions) {
    return new PairScorer(
        JobPostingFacts.of(document.posting()),
        document.weights().orElse(Weights.DEFAULT),
        conditions);
  }
}
