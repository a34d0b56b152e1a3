package dev.entente.server.reasons.work;

import dev.entente.server.matchings.MatchingAnswer;
import dev.entente.server.matchings.MatchingLists;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The route on which people say that a model wrote something wrong.
@RestController
@Tag(name = "matchings")
class ReasonController {
  private final ReasonFlags flags;
  private final MatchingLists lists;

  ReasonController(ReasonFlags flags, MatchingLists lists) {
    this.flags = flags;
    this.lists = lists;
  }

  @PostMapping(path = "/api/matching/{id}/flag-reason", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Say that a model’s reason is wrong: the template takes its place at once, and it is"
              + " counted")
  MatchingAnswer flag(@PathVariable String id) {
    flags.flag(id);
    return lists.get(id);
  }
}
