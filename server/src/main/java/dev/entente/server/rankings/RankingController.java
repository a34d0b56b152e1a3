package dev.entente.server.rankings;

import dev.entente.documents.DocumentForm;
import dev.entente.matching.profile.JobPostingId;
import dev.entente.server.matchings.MatchingAnswer;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.matchings.MatchingQuery;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import dev.entente.server.web.RequestBodies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The routes that rank.
@RestController
class RankingController {
  private final Rankings rankings;
  private final PatientWriter writer;
  private final MatchingLists lists;
  private final StoredPosting.Finder postings;

  RankingController(
      Rankings rankings, PatientWriter writer, MatchingLists lists, StoredPosting.Finder postings) {
    this.rankings = rankings;
    this.writer = writer;
    this.lists = lists;
    this.postings = postings;
  }

  @PostMapping(
      path = "/api/matching",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Rank one job posting now and store its list",
      tags = "matchings",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(ref = "#/components/schemas/JobPostingReference"))))
  MatchingAnswer.Page match(HttpServletRequest request) throws IOException {
    JobPostingId id = RequestBodies.read(request, DocumentForm.jobPostingReference());
    requireActive(id.value());
    MatchingWriter.Written written = writer.write(List.of(id.value()), rankings.betweenRuns());
    RuntimeException failure = written.failures().get(id.value());
    if (failure != null) {
      throw refusal(id.value(), failure);
    }
    if (written.lists() == 0) {
      requireActive(id.value());
    }
    return lists.find(MatchingQuery.of(id.value()));
  }

  private static RuntimeException refusal(String id, RuntimeException failure) {
    return failure instanceof UnreadableDocumentException unreadable
        ? ApiProblem.unreadablePosting(id, unreadable.problems())
        : failure;
  }

  @GetMapping("/api/ranking")
  @Operation(summary = "The ranking computed on request, beyond place 50 too", tags = "matchings")
  RankingAnswer ranking(@Valid @ParameterObject RankingQuery query) {
    StoredPosting posting = requireActive(query.jobPostingId());
    try {
      return RankingAnswer.of(rankings.rank(posting, query.offset() + query.limit()), query);
    } catch (UnreadableDocumentException e) {
      throw refusal(posting.id(), e);
    }
  }

  private StoredPosting requireActive(String id) {
    StoredPosting posting =
        postings.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_POSTING, id));
    if (!posting.active()) {
      throw ApiProblem.of(ProblemType.POSTING_INACTIVE, id);
    }
    return posting;
  }
}
