package dev.entente.server.runs.report;

import dev.entente.server.runs.ChunkLedger.Noteworthy;
import dev.entente.server.runs.report.RunReport.Scarce;
import dev.entente.server.runs.report.RunReport.Slow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads which postings of a run somebody will want to look at.
@Component
class NoteworthyPostings {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SLOWEST = 20;
  private static final int SCARCE = 1_000;
  private static final int DECIMALS = 3;

  private final JdbcClient client;

  NoteworthyPostings(JdbcClient client) {
    this.client = client;
  }

  /// Those that took longest, the slowest first.
  List<Slow> slowest(UUID run) {
    return client
        .sql(
            """
            SELECT job_posting_id, rank_micros FROM generation_posting WHERE run_id = :run
            ORDER BY rank_micros DESC, job_posting_id LIMIT :limit
            """)
        .param("run", run)
        .param("limit", SLOWEST)
        .query((row, _) -> new Slow(row.getString(1), BigDecimal.valueOf(row.getLong(2), DECIMALS)))
        .list();
  }

  /// Those with few eligible candidates, the fewest first.
  List<Scarce> scarce(UUID run) {
    return client
        .sql(
            """
            SELECT job_posting_id, eligible, ineligible FROM generation_posting
            WHERE run_id = :run AND eligible < :enough
            ORDER BY eligible, job_posting_id LIMIT :limit
            """)
        .param("run", run)
        .param("enough", Noteworthy.ENOUGH)
        .param("limit", SCARCE)
        .query((row, _) -> new Scarce(row.getString(1), row.getInt(2), counts(row.getString(3))))
        .list();
  }

  private static Map<String, Integer> counts(String json) {
    return JSON.readValue(json, new TypeReference<Map<String, Integer>>() {});
  }
}
