package dev.entente.server.matchings;

import static dev.entente.matching.eligibility.Eligibility.Reason.NO_SHARED_DOMAIN;
import static dev.entente.matching.eligibility.Eligibility.Reason.NO_SHARED_SKILL;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.matching.ranking.PairScorer;
import dev.entente.server.candidates.WrittenProfile;
import dev.entente.server.matchings.KnownCandidates.Known;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.wording.PostingWords;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes answers of the rows of one job posting, and works their explanations out again from the
/// documents. Not thread-safe.
final class Explainer {
  private static final DocumentForm<PostingDocument> POSTING = DocumentForm.posting();

  private final Map<String, Known> candidates;
  private final Optional<PostingDocument> posting;
  private final Map<RunConditions, PairScorer> scorers = new HashMap<>();
  private @Nullable PostingWords words;

  /// @param candidates of all rows, by id; an absent one is not shown and not explained
  /// @param posting the document of the posting; empty explains nothing
  Explainer(Map<String, Known> candidates, Optional<String> posting) {
    this.candidates = candidates;
    this.posting =
        posting
            .map(POSTING::reread)
            .flatMap(
                checked ->
                    checked instanceof Checked.Valid<PostingDocument>(var document)
                        ? Optional.of(document)
                        : Optional.empty());
  }

  /// What is written of a row's candidate.
  WrittenExplanations.Written written(MatchingRow row) {
    return new WrittenExplanations.Written(
        summary(row), explanation(row).map(ExplanationJson::of).orElse(null));
  }

  ExplainedMatching explained(MatchingRow row) {
    Optional<Explanation> explanation = explanation(row);
    return new ExplainedMatching(
        MatchingAnswer.of(row, new WrittenExplanations.Written(summary(row), null)),
        explanation,
        row.postingId(),
        row.points().confidence(),
        row.conditions(),
        known(row).map(one -> one.facts().candidate()),
        known(row).map(Known::written).orElse(WrittenProfile.NONE),
        explanation.flatMap(_ -> known(row)).map(one -> told(row, one.facts())),
        Optional.empty());
  }

  private ReasonFacts told(MatchingRow row, CandidateFacts candidate) {
    return tell(row, scorer(row).facts(candidate));
  }

  /// Facts of a row in the words of the posting.
  ReasonFacts tell(MatchingRow row, MatchingFacts facts) {
    return words().tell(facts, row.points().confidence());
  }

  /// The document of the posting; empty if there is none that can be read.
  Optional<PostingDocument> posting() {
    return posting;
  }

  private PostingWords words() {
    PostingWords known = words;
    if (known == null) {
      known = new PostingWords(posting.orElseThrow());
      words = known;
    }
    return known;
  }

  /// What may be said of a row as the documents are now; empty where they tell nothing.
  Optional<ReasonFacts> toldNow(MatchingRow row) {
    return known(row)
        .filter(one -> posting.filter(own -> isComparable(own.posting(), one.facts())).isPresent())
        .map(one -> told(row, one.facts()));
  }

  /// What words about a row may rest on; empty where documents were changed since it was ranked.
  Optional<MatchingFacts> facts(MatchingRow row) {
    return known(row)
        .filter(one -> explanation(row, one.facts()).isPresent())
        .map(one -> scorer(row).facts(one.facts()));
  }

  private Optional<Known> known(MatchingRow row) {
    return Optional.ofNullable(candidates.get(row.candidateId()));
  }

  private CandidateSummary summary(MatchingRow row) {
    return known(row).map(Known::summary).orElseGet(() -> CandidateSummary.ofId(row.candidateId()));
  }

  private Optional<Explanation> explanation(MatchingRow row) {
    return known(row).flatMap(one -> explanation(row, one.facts()));
  }

  /// The explanation of the stored number; empty if documents that were changed give another.
  private Optional<Explanation> explanation(MatchingRow row, CandidateFacts candidate) {
    return posting
        .filter(document -> isComparable(document.posting(), candidate))
        .map(_ -> scorer(row).explain(candidate))
        .filter(explanation -> explanation.value() == row.points().total());
  }

  // Documents may have changed so much that the pair shares nothing that could be scored.
  private static boolean isComparable(JobPosting posting, CandidateFacts candidate) {
    return switch (Eligibility.of(posting, candidate)) {
      case Eligibility.Eligible _ -> true;
      case Eligibility.Ineligible(var reasons) ->
          Collections.disjoint(reasons, List.of(NO_SHARED_DOMAIN, NO_SHARED_SKILL));
    };
  }

  private PairScorer scorer(MatchingRow row) {
    return scorers.computeIfAbsent(row.conditions(), c -> scorer(posting.orElseThrow(), c));
  }

  private static PairScorer scorer(PostingDocument document, RunConditions conditions) {
    return new PairScorer(
        JobPostingFacts.of(document.posting()), document.effectiveWeights(), conditions);
  }
}
