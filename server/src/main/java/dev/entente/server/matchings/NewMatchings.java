package dev.entente.server.matchings;

import dev.entente.matching.criteria.Criteria;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of lists that have none yet: there is nothing to compare them with.
final class NewMatchings {
  private static final String COPY =
      """
      COPY "CandidateMatching" (id, "jobPostingId", "candidateId", "matchScore", "skillsMatch",
          "domainMatch", "experienceMatch", total, confidence, scores, "runId", "factsDigest",
          "aiReason", "aiReasonSource", "aiReasonLanguage", "aiReasonModel", "aiReasonVersion",
          "aiReasonAt", "aiReasonAwaited", listed, "criteriaVersion", "createdAt", "updatedAt")
      FROM STDIN
      """;

  private final JdbcTemplate template;

  NewMatchings(JdbcTemplate template) {
    this.template = template;
  }

  /// Adds the rows of lists in the caller's transaction.
  void add(List<ReasonedList> lists, Instant now) {
    if (lists.isEmpty()) {
      return;
    }
    String more = "\ttrue\t" + Criteria.VERSION + '\t' + now + '\t' + now;
    var lines = new MatchingLines(lists, more);
    template.execute(
        (Connection connection) -> {
          lines.send(connection, COPY);
          return true;
        });
  }
}
