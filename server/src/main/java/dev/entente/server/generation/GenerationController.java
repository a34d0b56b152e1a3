package dev.entente.server.generation;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.server.matchings.MatchingAnswer;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.matchings.MatchingQuery;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.GenerationRun.Failure;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The routes that compute.
@RestController
class GenerationController {
  private static final int TRIES = 3;
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  private final RunLauncher launcher;
  private final Rankings rankings;
  private final PatientWriter writer;
  private final MatchingLists lists;
  private final StoredPosting.Finder postings;

  GenerationController(
      RunLauncher launcher,
      Rankings rankings,
      PatientWriter writer,
      MatchingLists lists,
      StoredPosting.Finder postings) {
    this.launcher = launcher;
    this.rankings = rankings;
    this.writer = writer;
    this.lists = lists;
    this.postings = postings;
  }

  @PostMapping(path = "/api/runs", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Start a generation over all active job postings", tags = "runs")
  GenerationRun run() {
    return launcher.start("API");
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
    String id = RequestBodies.read(request, DocumentForm.jobPostingReference()).value();
    for (int i = 0; i < TRIES; i++) {
      RankingPass pass = rank(id, MatchingWriter.PLACES + MatchingWriter.RESERVE);
      if (writer.write(pass.ranked().getFirst()) instanceof MatchingWriter.Written.Stands) {
        return lists.find(MatchingQuery.of(id));
      }
    }
    throw ApiProblem.of(ProblemType.POSTING_CHANGES, id);
  }

  @GetMapping("/api/ranking")
  @Operation(summary = "The ranking computed on request, beyond place 50 too", tags = "matchings")
  RankingAnswer ranking(@Valid @ParameterObject RankingQuery query) {
    RankingPass pass = rank(query.jobPostingId(), query.offset() + query.limit());
    return RankingAnswer.of(pass.ranked().getFirst().ranking(), pass, query);
  }

  private RankingPass rank(String id, int places) {
    StoredPosting posting =
        postings.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_POSTING, id));
    RankingPass pass = rankings.rank(List.of(id), places);
    if (pass.ranked().isEmpty() && !posting.active()) {
      throw ApiProblem.of(ProblemType.POSTING_INACTIVE, id);
    }
    pass.failures().stream()
        .filter(failure -> id.equals(failure.jobPostingId()))
        .findFirst()
        .ifPresent(
            failure -> {
              throw refusal(posting, failure);
            });
    if (pass.ranked().isEmpty()) {
      throw ApiProblem.of(ProblemType.NO_POSTING, id);
    }
    return pass;
  }

  private static RuntimeException refusal(StoredPosting posting, Failure failure) {
    return FORM.reread(posting.document()) instanceof Checked.Invalid<PostingDocument>(var problems)
        ? ApiProblem.unreadablePosting(posting.id(), problems)
        : new IllegalStateException(failure.reason());
  }
}
