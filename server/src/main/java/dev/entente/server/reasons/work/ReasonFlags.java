package dev.entente.server.reasons.work;

import dev.entente.server.matchings.MatchingReasons;
import dev.entente.server.reasons.spending.Spending;
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

  /// Says that a model's reason is wrong: the template takes its place at once, in all rows of the
  /// list that have the same facts and for as long as they stay, and these are counted.
  ///
  /// @param id of the matching
  /// @throws dev.entente.server.web.ApiProblem if there is no such matching, no model wrote its
  ///   reason, or the documents tell nothing of the pair any more; nothing was changed then
  public void flag(String id) {
    MatchingReasons.Replaced replaced = reasons.replaceByTemplate(id);
    spending.fallback(replaced.run(), FLAGGED, replaced.rows());
  }
}
