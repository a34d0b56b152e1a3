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
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes records that are missing, or that an older version made, from the stored documents, before
/// anything is answered or ranked.
@Component
class RecordUpkeep implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(RecordUpkeep.class);
  private static final int BATCH = 500;
  private static final DocumentForm<Candidate> FORM = DocumentForm.storedCandidate();
  private static final String OUTDATED =
      """
      SELECT candidate_id FROM candidate_record WHERE version <> :version
      UNION ALL
      SELECT id FROM candidate
      WHERE NOT EXISTS (SELECT FROM candidate_record WHERE candidate_id = id)
      ORDER BY 1
      """;
  private static final String DOCUMENTS =
      """
      SELECT id, document FROM candidate
      WHERE id = ANY (:ids) AND NOT EXISTS (
        SELECT FROM candidate_record WHERE candidate_id = id AND version = :version)
      ORDER BY id FOR NO KEY UPDATE
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

  // Some hundred at a time.
  @Override
  public void afterSingletonsInstantiated() {
    List<String> due =
        client
            .sql(OUTDATED)
            .param("version", RecordMaking.VERSION)
            .query((row, _) -> row.getString(1))
            .list();
    for (int from = 0; from < due.size(); from += BATCH) {
      List<String> batch = due.subList(from, Math.min(due.size(), from + BATCH));
      transactions.executeWithoutResult(_ -> make(batch));
    }
    if (!due.isEmpty()) {
      LOG.info("records made: candidates={} version={}", due.size(), RecordMaking.VERSION);
    }
  }

  private void make(List<String> ids) {
    List<Stored> outdated =
        client
            .sql(DOCUMENTS)
            .param("ids", ids.toArray(String[]::new))
            .param("version", RecordMaking.VERSION)
            .query((row, _) -> new Stored(row.getString(1), row.getString(2)))
            .list();
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
  }

  private static boolean is(Candidate candidate, String id) {
    return candidate.id().equals(new CandidateId(id));
  }
}
