package dev.entente.server.reasons.work;

import dev.entente.server.matchings.MatchingAnswer;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.matchings.MatchingReasons;
import dev.entente.server.reasons.spending.Spending;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The route on which people say that a model wrote something wrong.
@RestController
@Tag(name = "matchings")
class ReasonController {
  private static final String FLAGGED = "FLAGGED";

  private final MatchingReasons reasons;
  private final MatchingLists lists;
  private final Spending spending;

  ReasonController(MatchingReasons reasons, MatchingLists lists, Spending spending) {
    this.reasons = reasons;
    this.lists = lists;
    this.spending = spending;
  }

  @PostMapping("/api/matching/{id}/flag-reason")
  @Operation(
      summary =
          "Say that a model’s reason is wrong: the template takes its place at once, and it is"
              + " counted")
  MatchingAnswer flag(@PathVariable String id) {
    Optional<UUID> run = reasons.replaceByTemplate(id);
    spending.fallback(run, FLAGGED, 1);
    return lists.get(id);
  }
}
