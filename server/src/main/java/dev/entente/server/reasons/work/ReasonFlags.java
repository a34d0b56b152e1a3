package dev.entente.server.reasons.work;

import dev.entente.server.matchings.MatchingReasons;
import dev.entente.server.reasons.spending.Spending;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What people say about the reasons of models, on pages and by the API.
@Component
public class ReasonFlags {
  private static final String FLAGGED = "FLAGGED";

  private final MatchingReasons reasons;
  private final Spending spending;

  ReasonFlags(MatchingReasons reasons, Spending spending) {
    this.reasons = reasons;
    this.spending = spending;
  }

  /// Says that a model's reason is wrong: the template takes its place at once, for as long as the
  /// facts stay, and it is counted.
  ///
  /// @param id of the matching
  /// @throws dev.entente.server.web.ApiProblem if there is no such matching, no model wrote its
  ///   reason, or the documents tell nothing of the pair any more; nothing was changed then
  public void flag(String id) {
    Optional<UUID> run = reasons.replaceByTemplate(id);
    spending.fallback(run, FLAGGED, 1);
  }
}
