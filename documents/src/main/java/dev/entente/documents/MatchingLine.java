package dev.entente.documents;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.profile.JobPostingId;
import dev.entente.matching.ranking.Matching;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The one line that file mode writes for a matching.
public final class MatchingLine {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int DECIMALS = 2;

  private MatchingLine() {}

  /// Writes a matching as JSON without blanks and without a line end.
  ///
  /// @param rank its place in the posting's ranking, from 1
  public static String of(JobPostingId posting, int rank, Matching matching) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("jobPostingId", posting.value());
    line.put("candidateId", matching.candidate().value());
    line.put("rank", rank);
    line.put("matchScore", points(matching.matchScore()));
    line.put("skillsMatch", coverage(matching, "skills"));
    line.put("domainMatch", coverage(matching, "domains"));
    line.put("experienceMatch", coverage(matching, "experience"));
    line.put("total", matching.total());
    line.put("confidence", matching.confidence());
    ObjectNode scores = line.putObject("scores");
    for (int i = 0; i < matching.scores().size(); i++) {
      scores.put(Criteria.ids().get(i).value(), matching.scores().get(i));
    }
    return MAPPER.writeValueAsString(line);
  }

  private static BigDecimal coverage(Matching matching, String criterion) {
    return points(matching.coverage(new CriterionId(criterion)));
  }

  private static BigDecimal points(int hundredths) {
    return BigDecimal.valueOf(hundredths, DECIMALS);
  }
}
