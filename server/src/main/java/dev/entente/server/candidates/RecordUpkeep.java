package dev.entente.server.candidates;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes records that are missing, or that an older version made, from the stored documents.
@Component
class RecordUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(RecordUpkeep.class);
  private static final int BATCH = 500;
  private static final DocumentForm<Candidate> FORM = DocumentForm.storedCandidate();
  private static final String OUTDATED =
      """
      SELECT id, document FROM candidate
      LEFT JOIN candidate_record ON candidate_id = id AND version = :version
      WHERE candidate_id IS NULL ORDER BY id LIMIT :limit FOR NO KEY UPDATE OF candidate SKIP LOCKED
      """;

  private final JdbcClient client;
  private final TransactionTemplate transactions;
  private final RecordMaking making;
  private final RecordRows rows;

  RecordUpkeep(JdbcTemplate template, TransactionTemplate transactions, RecordMaking making) {
    client = JdbcClient.create(template);
    this.transactions = transactions;
    this.making = making;
    rows = new RecordRows(template);
  }

  private record Stored(String id, String document) {}

  /// Makes all records that are due, some hundred at a time.
  void complete() {
    int made = 0;
    int batch = transactions.execute(_ -> makeBatch());
    for (; batch > 0; batch = transactions.execute(_ -> makeBatch())) {
      made += batch;
    }
    if (made > 0) {
      LOG.info("records made: candidates={} version={}", made, RecordMaking.VERSION);
    }
  }

  private int makeBatch() {
    List<Stored> outdated =
        client
            .sql(OUTDATED)
            .param("version", RecordMaking.VERSION)
            .param("limit", BATCH)
            .query((row, _) -> new Stored(row.getString(1), row.getString(2)))
            .list();
    if (outdated.isEmpty()) {
      return 0;
    }
    List<Candidate> readable = new ArrayList<>();
    List<CandidateRecord> records = new ArrayList<>();
    for (Stored stored : outdated) {
      switch (FORM.reread(stored.document())) {
        case Checked.Valid<Candidate>(var candidate) when is(candidate, stored.id()) ->
            readable.add(candidate);
        case Checked.Valid<Candidate> _ ->
            records.add(CandidateRecord.none(stored.id(), "/id is another's"));
        case Checked.Invalid<Candidate>(var problems) ->
            records.add(
                CandidateRecord.none(
                    stored.id(),
                    problems.getFirst().place() + ": " + problems.getFirst().text(Locale.ENGLISH)));
      }
    }
    records.addAll(making.of(readable));
    rows.store(records);
    rows.change(outdated.stream().map(Stored::id).toList());
    return outdated.size();
  }

  private static boolean is(Candidate candidate, String id) {
    return candidate.id().equals(new CandidateId(id));
  }
}
