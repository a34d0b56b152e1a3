package dev.entente.server.pages.postings;

import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.Ranking;
import dev.entente.server.matchings.CandidateSummary;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Who would be in the list of a posting as its form stands.
///
/// @param eligible how many, in a sentence
/// @param reasons why others are not, a sentence each
/// @param places the best of them
record PreviewView(String eligible, List<String> reasons, List<Place> places) {
  /// One of the best.
  ///
  /// @param width of the bar that shows the score, up to 10,000
  record Place(int rank, String id, String name, String headline, String score, int width) {}

  static PreviewView of(
      Ranking ranking, Map<String, CandidateSummary> candidates, Wording wording) {
    List<Matching> best = ranking.matchings();
    return new PreviewView(
        wording.text("page.posting.preview.eligible", ranking.eligible()),
        ranking.ineligible().entrySet().stream()
            .map(entry -> wording.text("reason." + entry.getKey(), entry.getValue()))
            .toList(),
        Stream.iterate(0, i -> i < best.size(), i -> i + 1)
            .map(i -> place(i + 1, best.get(i), candidates, wording))
            .toList());
  }

  private static Place place(
      int rank, Matching matching, Map<String, CandidateSummary> candidates, Wording wording) {
    String id = matching.candidate().value();
    CandidateSummary candidate = candidates.get(id);
    String name =
        candidate == null ? id : wording.named(candidate.firstName(), candidate.lastName(), id);
    String headline = candidate == null ? "" : Objects.requireNonNullElse(candidate.headline(), "");
    int score = Math.toIntExact(matching.matchScore());
    return new Place(rank, id, name, headline, wording.points(score), score);
  }
}
