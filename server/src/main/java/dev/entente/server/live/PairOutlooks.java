package dev.entente.server.live;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.MatchingStatus;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.PairScorer;
import dev.entente.server.live.PairOutlook.Place;
import dev.entente.server.live.PairOutlook.Scored;
import dev.entente.server.matchings.LastPlaces;
import dev.entente.server.matchings.LastPlaces.LastPlace;
import dev.entente.server.matchings.ListSummary;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.matchings.PairRows;
import dev.entente.server.matchings.PairRows.PairRow;
import dev.entente.server.matchings.StaleLists;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.StandingConditions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Tells why a candidate is, or is not, in the list of a posting. Shared by threads.
@Component
public class PairOutlooks {
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  private final PairRows rows;
  private final MatchingLists lists;
  private final StaleLists stale;
  private final LastPlaces lastPlaces;
  private final StandingConditions standing;
  private final InstantSource clock;

  PairOutlooks(
      PairRows rows,
      MatchingLists lists,
      StaleLists stale,
      LastPlaces lastPlaces,
      StandingConditions standing,
      InstantSource clock) {
    this.rows = rows;
    this.lists = lists;
    this.stale = stale;
    this.lastPlaces = lastPlaces;
    this.standing = standing;
    this.clock = clock;
  }

  /// Tells of a pair.
  ///
  /// @param candidate empty if the stored document breaks today's rules
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public PairOutlook of(
      StoredPosting posting, String candidateId, Optional<CandidateFacts> candidate) {
    RunConditions conditions = standing.at(clock.instant());
    Optional<Pair> pair =
        candidate.flatMap(facts -> document(posting).map(read -> new Pair(read, facts)));
    Optional<PairScorer> scorer = pair.filter(Pair::isEligible).map(one -> one.scorer(conditions));
    ListSummary summary = lists.summaries(List.of(posting.id())).getFirst();
    boolean isWaiting =
        posting.active()
            && (summary.isWaiting() || !stale.find(List.of(posting.id()), conditions).isEmpty());
    Place place =
        rows.find(posting.id(), candidateId)
            .flatMap(PairOutlooks::decided)
            .or(() -> pair.flatMap(Pair::gates))
            .orElseGet(
                () ->
                    pair.map(one -> among(one, summary, isWaiting, conditions))
                        .orElseGet(PairOutlook.Unreadable::new));
    return new PairOutlook(
        place,
        pair.flatMap(one -> scorer.map(s -> new Scored(s.explain(one.candidate()), conditions))),
        isWaiting);
  }

  private static Optional<PostingDocument> document(StoredPosting posting) {
    return FORM.reread(posting.document()) instanceof Checked.Valid<PostingDocument>(var document)
        ? Optional.of(document)
        : Optional.empty();
  }

  /// Two who are compared.
  private record Pair(PostingDocument posting, CandidateFacts candidate) {
    private boolean isEligible() {
      return gates().isEmpty();
    }

    private Optional<Place> gates() {
      return switch (Eligibility.of(posting.posting(), candidate)) {
        case Eligibility.Eligible() -> Optional.empty();
        case Eligibility.Ineligible(var reasons) ->
            Optional.of(new PairOutlook.Ineligible(reasons));
      };
    }

    private PairScorer scorer(RunConditions conditions) {
      return new PairScorer(
          JobPostingFacts.of(posting.posting()), posting.effectiveWeights(), conditions);
    }
  }

  private static Optional<Place> decided(PairRow row) {
    if (row.isListed()) {
      return Optional.of(new PairOutlook.Listed(row));
    }
    return row.status() == MatchingStatus.REJECTED
        ? Optional.of(new PairOutlook.Rejected(row))
        : Optional.empty();
  }

  private Place among(Pair pair, ListSummary summary, boolean isWaiting, RunConditions conditions) {
    if (summary.rankedAt() == null) {
      return new PairOutlook.NeverRanked();
    }
    boolean isFull = summary.ranked() == MatchingWriter.PLACES;
    return isWaiting || !isFull
        ? new PairOutlook.Awaited()
        : lastPlaces
            .of(summary.postingId())
            .flatMap(last -> behind(pair, last, conditions))
            .orElseGet(PairOutlook.Awaited::new);
  }

  // A last place of other weights is about to be given anew.
  private static Optional<Place> behind(Pair pair, LastPlace last, RunConditions conditions) {
    var shortfall =
        Shortfall.of(
            pair.posting().effectiveWeights(),
            pair.scorer(conditions).score(pair.candidate()).scores(),
            last.scores());
    return shortfall.last() == last.total() && shortfall.points() >= 0
        ? Optional.of(new PairOutlook.Behind(shortfall))
        : Optional.empty();
  }
}
