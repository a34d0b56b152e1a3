package dev.entente.server.reasons.work;

import dev.entente.server.matchings.ReasonListener;
import dev.entente.server.reasons.wording.ReasonPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Job postings in whose lists a model is still to write reasons. A request lasts until that was
/// done or given up, whatever dies in between.
@Component
class ReasonRequests implements ReasonListener {
  private static final String ADD =
      """
      INSERT INTO reason_request (job_posting_id, run_id)
      SELECT id, run FROM unnest(:ids::text[], :runs::uuid[]) AS written (id, run) ORDER BY id
      ON CONFLICT (job_posting_id) DO UPDATE SET version = reason_request.version + 1,
          run_id = coalesce(excluded.run_id, reason_request.run_id)
      """;
  private static final String NEXT =
      """
      SELECT job_posting_id, version, run_id, failures, at_once FROM reason_request
      ORDER BY position LIMIT :limit
      """;
  private static final String COUNT =
      "SELECT count(*) FROM reason_request WHERE :run::uuid IS NULL OR run_id = :run";
  private static final String FIND =
      """
      SELECT job_posting_id, version, run_id, failures, at_once FROM reason_request
      WHERE job_posting_id = :id
      """;
  private static final String ANSWERED =
      "DELETE FROM reason_request WHERE job_posting_id = :id AND version = :version";
  private static final String PUT_OFF =
      """
      UPDATE reason_request SET position = nextval('position'), failures = failures + 1,
          at_once = :atOnce
      WHERE job_posting_id = :id
      """;

  private final JdbcClient client;
  private final ReasonPolicy policy;
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();

  // Counted behind the lists: in their transactions all would wait for one row.
  private final Map<Optional<UUID>, Integer> kept = new ConcurrentHashMap<>();

  ReasonRequests(JdbcClient client, ReasonPolicy policy) {
    this.client = client;
    this.policy = policy;
  }

  /// A request.
  ///
  /// @param version counts how often it was repeated
  /// @param run that wrote the list; empty between runs
  /// @param failures how often calls for it failed
  /// @param atOnce about how many matchings a model is asked at once
  record Request(String postingId, long version, Optional<UUID> run, int failures, int atOnce) {}

  @Override
  public void listed(List<Listed> lists) {
    if (policy.writer().isEmpty()) {
      return;
    }
    List<Listed> wanted = lists.stream().filter(list -> list.wanted() > 0).toList();
    if (!wanted.isEmpty()) {
      client
          .sql(ADD)
          .param("ids", wanted.stream().map(Listed::postingId).toArray(String[]::new))
          .param("runs", wanted.stream().map(list -> list.run().orElse(null)).toArray(UUID[]::new))
          .update();
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            lists.forEach(list -> kept.merge(list.run(), list.kept(), Integer::sum));
            callbacks.forEach(Runnable::run);
          }
        });
  }

  /// How many reasons lists of this process have kept since it was asked last, by run.
  Map<Optional<UUID>, Integer> takeKept() {
    Map<Optional<UUID>, Integer> taken = new HashMap<>();
    for (Optional<UUID> run : Set.copyOf(kept.keySet())) {
      Integer count = kept.remove(run);
      if (count != null && count > 0) {
        taken.put(run, count);
      }
    }
    return taken;
  }

  /// Calls back after each commit of a request of this process; the callback returns at once.
  void whenAdded(Runnable callback) {
    callbacks.add(callback);
  }

  /// Those that have waited longest.
  List<Request> next(int limit) {
    return client.sql(NEXT).param("limit", limit).query(ReasonRequests::request).list();
  }

  /// The request of a posting as it is now: a run may have written the list meanwhile.
  Optional<Request> find(String postingId) {
    return client.sql(FIND).param("id", postingId).query(ReasonRequests::request).optional();
  }

  private static Request request(ResultSet row, int number) throws SQLException {
    return new Request(
        row.getString("job_posting_id"),
        row.getLong("version"),
        Optional.ofNullable(row.getObject("run_id", UUID.class)),
        row.getInt("failures"),
        row.getInt("at_once"));
  }

  /// How many there are.
  ///
  /// @param run that wrote the lists; empty for all
  long count(Optional<UUID> run) {
    return client.sql(COUNT).param("run", run.orElse(null)).query(Long.class).single();
  }

  /// Deletes a request, if it was not repeated meanwhile.
  void answered(Request request) {
    client
        .sql(ANSWERED)
        .param("id", request.postingId())
        .param("version", request.version())
        .update();
  }

  /// Puts a request behind all others, because a call for it failed.
  ///
  /// @param atOnce about how many matchings are asked then, at least 1
  void putOff(Request request, int atOnce) {
    client.sql(PUT_OFF).param("id", request.postingId()).param("atOnce", atOnce).update();
  }
}
