package dev.entente.server.pages.candidates;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.server.matchings.Placing;
import dev.entente.server.pages.wording.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the page of a candidate shows of one list that names the candidate.
///
/// @param id of the matching
/// @param title of the posting, or its id
/// @param rank null where there is none
/// @param status for styles; `statusWord` is for people
/// @param shared required skills that the two share, as the posting writes them
/// @param best the criteria that give most points, in words
record PlacingLine(
    String id,
    String postingId,
    String title,
    boolean active,
    boolean isWaiting,
    @Nullable Integer rank,
    String score,
    String status,
    String statusWord,
    List<String> shared,
    String best) {
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();
  private static final int BEST = 2;

  static PlacingLine of(Placing placing, Optional<CandidateFacts> candidate, Wording wording) {
    Optional<PostingDocument> document =
        FORM.reread(placing.document()) instanceof Checked.Valid<PostingDocument>(var read)
            ? Optional.of(read)
            : Optional.empty();
    return new PlacingLine(
        placing.id(),
        placing.postingId(),
        wording.named(placing.title(), placing.postingId()),
        placing.active(),
        placing.isWaiting(),
        placing.rank(),
        wording.points(placing.matchScore().unscaledValue().longValue()),
        placing.status().name(),
        wording.text("status." + placing.status()),
        document.flatMap(read -> candidate.map(facts -> shared(read, facts))).orElse(List.of()),
        best(
            placing.scores(),
            document.map(PostingDocument::effectiveWeights).orElse(Weights.DEFAULT),
            wording));
  }

  private static List<String> shared(PostingDocument posting, CandidateFacts candidate) {
    return posting.names().skills().entrySet().stream()
        .filter(skill -> posting.posting().skills().contains(skill.getKey()))
        .filter(skill -> candidate.skills().containsKey(skill.getKey()))
        .map(skill -> skill.getValue())
        .toList();
  }

  private static String best(List<Integer> scores, Weights weights, Wording wording) {
    Comparator<Integer> byPoints =
        Comparator.comparingLong(i -> (long) weights.at(i) * scores.get(i));
    return IntStream.range(0, Math.min(scores.size(), Criteria.ids().size()))
        .boxed()
        .sorted(byPoints.reversed())
        .limit(BEST)
        .map(i -> told(i, scores.get(i), wording))
        .reduce((a, b) -> wording.text("operation.and", a, b))
        .orElse("");
  }

  private static String told(int criterion, int score, Wording wording) {
    return wording.text(
        "candidate.criterion",
        wording.text("criterion." + Criteria.ids().get(criterion).value() + ".short"),
        wording.points(score));
  }
}
