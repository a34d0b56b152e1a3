package dev.entente.server.matchings;

import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.util.List;
import java.util.Optional;
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

  MatchingLists(
      MatchingRepository repository, StoredPosting.Finder postings, KnownCandidates candidates) {
    this.candidates = candidates;
    this.repository = repository;
    this.postings = postings;
  }

  /// One page of a posting's list.
  ///
  /// @throws ApiProblem if there is no such posting
  public MatchingAnswer.Page find(MatchingQuery query) {
    String id = query.jobPostingId();
    StoredPosting posting =
        postings.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_POSTING, id));
    List<MatchingRow> rows = repository.page(query);
    var explainer =
        new Explainer(
            candidates,
            Boolean.TRUE.equals(query.explain())
                ? Optional.of(posting.document())
                : Optional.empty());
    boolean isWhole = query.offset() == 0 && rows.size() < query.limit();
    return new MatchingAnswer.Page(
        true,
        rows.stream().map(explainer::answer).toList(),
        isWhole ? rows.size() : repository.count(query));
  }

  /// One matching, explained.
  ///
  /// @throws ApiProblem if there is none
  public MatchingAnswer get(String id) {
    MatchingRow row = row(id);
    Optional<String> posting = postings.find(row.postingId()).map(StoredPosting::document);
    return new Explainer(candidates, posting).answer(row);
  }

  MatchingRow row(String id) {
    return repository.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_MATCHING, id));
  }
}
