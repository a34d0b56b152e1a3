package dev.entente.server.matchings;

import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The stored lists as callers see them. A list is read at one instant, so it is whole.
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class MatchingLists {
  private final MatchingRepository repository;
  private final StoredPosting.Finder postings;
  private final KnownCandidates candidates;
  private final WrittenExplanations explanations;
  private final StatusHistory history;

  MatchingLists(
      MatchingRepository repository,
      StoredPosting.Finder postings,
      KnownCandidates candidates,
      WrittenExplanations explanations,
      StatusHistory history) {
    this.candidates = candidates;
    this.explanations = explanations;
    this.history = history;
    this.repository = repository;
    this.postings = postings;
  }

  /// One page of a posting's list.
  ///
  /// @throws ApiProblem if there is no such posting
  public MatchingAnswer.Page find(MatchingQuery query) {
    StoredPosting posting = posting(query.jobPostingId());
    List<MatchingRow> rows = repository.page(query);
    List<MatchingAnswer> answers =
        Boolean.TRUE.equals(query.explain())
            ? explanations.explain(posting, rows)
            : unexplained(rows);
    boolean isWhole = query.offset() == 0 && rows.size() < query.limit();
    return new MatchingAnswer.Page(true, answers, isWhole ? rows.size() : repository.count(query));
  }

  private List<MatchingAnswer> unexplained(List<MatchingRow> rows) {
    var explainer = new Explainer(candidates.of(rows), Optional.empty());
    return rows.stream().map(row -> MatchingAnswer.of(row, explainer.written(row))).toList();
  }

  /// One matching, explained.
  ///
  /// @throws ApiProblem if there is none
  public MatchingAnswer get(String id) {
    MatchingRow row = row(id);
    return explanations.explain(posting(row.postingId()), List.of(row)).getFirst();
  }

  /// One matching with all that is needed to follow it.
  ///
  /// @throws ApiProblem if there is none
  public ExplainedMatching explain(String id) {
    MatchingRow row = row(id);
    String posting = posting(row.postingId()).document();
    return new Explainer(candidates.of(List.of(row)), Optional.of(posting))
        .explained(row)
        .decided(history.last(id));
  }

  /// The posting in whose list a matching is, or was.
  ///
  /// @throws ApiProblem if there is no such matching
  public String postingOf(String id) {
    return repository.postingOf(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_MATCHING, id));
  }

  /// All matchings of a posting, active or not, explained.
  ///
  /// @throws ApiProblem if there is no such posting
  public StoredList getAll(String postingId) {
    StoredPosting posting = posting(postingId);
    List<MatchingRow> ranked = repository.page(MatchingQuery.of(postingId));
    List<MatchingRow> unranked = repository.unranked(postingId, StoredList.MOST_UNRANKED);
    List<MatchingRow> all = Stream.concat(ranked.stream(), unranked.stream()).toList();
    var explainer = new Explainer(candidates.of(all), Optional.of(posting.document()));
    return new StoredList(
        posting,
        summaries(List.of(postingId)).getFirst(),
        explained(ranked, explainer),
        explained(unranked, explainer));
  }

  private List<ExplainedMatching> explained(List<MatchingRow> rows, Explainer explainer) {
    Map<String, StatusMove> moves = history.last(rows.stream().map(MatchingRow::id).toList());
    return rows.stream()
        .map(row -> explainer.explained(row).decided(Optional.ofNullable(moves.get(row.id()))))
        .toList();
  }

  /// Some matchings of a posting, explained, in the order of the ids; those that it does not have
  /// are left out.
  ///
  /// @throws ApiProblem if there is no such posting
  public List<ExplainedMatching> explain(String postingId, List<String> ids) {
    String posting = posting(postingId).document();
    List<MatchingRow> rows =
        repository.findAll(ids).stream()
            .filter(row -> row.postingId().equals(postingId))
            .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
            .toList();
    return explained(rows, new Explainer(candidates.of(rows), Optional.of(posting)));
  }

  /// What there is to know of some lists without reading them.
  ///
  /// @return one a posting, in the order of the ids
  public List<ListSummary> summaries(List<String> postingIds) {
    return repository.summaries(postingIds);
  }

  private StoredPosting posting(String id) {
    return postings.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_POSTING, id));
  }

  private MatchingRow row(String id) {
    return repository.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_MATCHING, id));
  }
}
