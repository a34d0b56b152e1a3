package dev.entente.server.rankings;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.Ranking;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Part of a ranking that was computed on request.
///
/// @param total candidates that could be ranked
/// @param ineligible how often each reason excluded a candidate; one may have several
record RankingAnswer(
    String jobPostingId,
    Instant asOf,
    Calibration calibration,
    int total,
    Map<Eligibility.Reason, Integer> ineligible,
    int offset,
    List<Place> ranking) {
  private static final int DECIMALS = 2;

  /// One candidate's place, whatever a recruiter decided.
  @Schema(name = "RankedCandidate")
  record Place(
      int rank,
      String candidateId,
      BigDecimal matchScore,
      long total,
      int confidence,
      Map<String, Integer> scores) {
    private static Place of(int rank, Matching matching) {
      return new Place(
          rank,
          matching.candidate().value(),
          BigDecimal.valueOf(matching.matchScore(), DECIMALS),
          matching.total(),
          matching.confidence(),
          Criteria.named(matching.scores()));
    }
  }

  static RankingAnswer of(Rankings.Computed computed, RankingQuery query) {
    Ranking ranking = computed.ranking();
    List<Place> places = new ArrayList<>();
    int end = Math.min(ranking.matchings().size(), query.offset() + query.limit());
    for (int i = query.offset(); i < end; i++) {
      places.add(Place.of(i + 1, ranking.matchings().get(i)));
    }
    return new RankingAnswer(
        ranking.posting().value(),
        computed.conditions().asOf(),
        computed.conditions().calibration(),
        ranking.eligible(),
        ranking.ineligible(),
        query.offset(),
        places);
  }
}
