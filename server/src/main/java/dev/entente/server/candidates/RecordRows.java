package dev.entente.server.candidates;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of candidates' records and of who changed; in the caller's transaction.
final class RecordRows {
  private static final String UPSERT =
      """
      INSERT INTO candidate_record (candidate_id, version, record, problem, feedback_sum,
          feedback_count, training_sum, training_count)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (candidate_id) DO UPDATE SET version = excluded.version, record = excluded.record,
          problem = excluded.problem, feedback_sum = excluded.feedback_sum,
          feedback_count = excluded.feedback_count, training_sum = excluded.training_sum,
          training_count = excluded.training_count
      """;
  private static final String CHANGE =
      "INSERT INTO candidate_change (candidate_id) SELECT unnest(:ids::text[])";

  private final JdbcTemplate template;
  private final JdbcClient client;

  RecordRows(JdbcTemplate template) {
    this.template = template;
    client = JdbcClient.create(template);
  }

  void store(List<CandidateRecord> records) {
    if (!records.isEmpty()) {
      template.batchUpdate(UPSERT, records, records.size(), RecordRows::bind);
    }
  }

  private static void bind(PreparedStatement row, CandidateRecord record) throws SQLException {
    row.setString(1, record.id());
    row.setString(2, RecordMaking.VERSION);
    row.setBytes(3, record.bytes().orElse(null));
    row.setString(4, record.problem().orElse(null));
    row.setLong(5, record.sums().feedbackSum());
    row.setLong(6, record.sums().feedbackCount());
    row.setLong(7, record.sums().trainingSum());
    row.setLong(8, record.sums().trainingCount());
  }

  /// Notes that candidates are other than they were.
  void change(List<String> ids) {
    client.sql(CHANGE).param("ids", ids.toArray(String[]::new)).update();
  }
}
