package dev.entente.server.generation;

import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Checks the postings that a run is asked for.
@Component
class WantedPostings {
  private final StoredPosting.Finder postings;

  WantedPostings(StoredPosting.Finder postings) {
    this.postings = postings;
  }

  /// Makes sure that all of them can be ranked.
  ///
  /// @return each once, in their order
  /// @throws ApiProblem that names the first one that is unknown or not active
  List<String> requireActive(List<String> ids) {
    Map<String, Boolean> known = postings.activity(ids);
    for (String id : ids) {
      Boolean isActive = known.get(id);
      if (isActive == null) {
        throw ApiProblem.of(ProblemType.NO_POSTING, id);
      }
      if (!isActive) {
        throw ApiProblem.of(ProblemType.POSTING_INACTIVE, id);
      }
    }
    return ids.stream().distinct().toList();
  }
}
