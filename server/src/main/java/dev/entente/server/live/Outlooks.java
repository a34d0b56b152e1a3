package dev.entente.server.live;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.PairScorer;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.live.Outlook.NearMiss;
import dev.entente.server.matchings.LastPlaces;
import dev.entente.server.matchings.LastPlaces.Missed;
import dev.entente.server.runs.StandingConditions;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Tells how candidates do with all active postings, under the conditions that hold for all lists.
/// Shared by threads.
@Component
public class Outlooks {
  private static final int NEAREST = 20;
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  private final StandingPostings postings;
  private final CandidateReading reading;
  private final LastPlaces lastPlaces;
  private final StandingConditions standing;
  private final InstantSource clock;

  Outlooks(
      StandingPostings postings,
      CandidateReading reading,
      LastPlaces lastPlaces,
      StandingConditions standing,
      InstantSource clock) {
    this.postings = postings;
    this.reading = reading;
    this.lastPlaces = lastPlaces;
    this.standing = standing;
    this.clock = clock;
  }

  /// How a candidate does.
  ///
  /// @param candidate as the stored document says
  public Outlook of(CandidateFacts candidate) {
    RunConditions conditions = standing.at(clock.instant());
    StandingPostings.Active active = postings.under(conditions);
    String id = candidate.candidate().id().value();
    Map<String, Long> totals = reading.record(id).map(active::totals).orElse(Map.of());
    LastPlaces.Outside outside = lastPlaces.outside(id, totals, conditions, NEAREST);
    return new Outlook(
        active.all().size(),
        totals.size(),
        ineligible(active, candidate),
        outside.nearest().stream()
            .flatMap(missed -> nearMiss(missed, candidate, conditions).stream())
            .toList(),
        outside.missed(),
        outside.waiting());
  }

  private static Map<Reason, Integer> ineligible(
      StandingPostings.Active active, CandidateFacts candidate) {
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    for (JobPosting posting : active.all()) {
      if (Eligibility.of(posting, candidate) instanceof Eligibility.Ineligible(var reasons)) {
        reasons.forEach(reason -> counts.merge(reason, 1, Integer::sum));
      }
    }
    return counts;
  }

  private static Optional<NearMiss> nearMiss(
      Missed missed, CandidateFacts candidate, RunConditions conditions) {
    return FORM.reread(missed.posting().document())
            instanceof Checked.Valid<PostingDocument>(var document)
        ? nearMiss(missed, document, candidate, conditions)
        : Optional.empty();
  }

  // A list that was ranked under other weights is about to be ranked again.
  private static Optional<NearMiss> nearMiss(
      Missed missed, PostingDocument document, CandidateFacts candidate, RunConditions conditions) {
    var scorer =
        new PairScorer(
            JobPostingFacts.of(document.posting()), document.effectiveWeights(), conditions);
    var shortfall =
        Shortfall.of(
            document.effectiveWeights(), scorer.score(candidate).scores(), missed.last().scores());
    return Optional.of(shortfall)
        .filter(one -> one.last() == missed.last().total())
        .map(one -> new NearMiss(missed.posting().id(), missed.title(), one));
  }
}
