package dev.entente.server.alerts;

import dev.entente.server.channels.Alert;
import dev.entente.server.channels.Channel.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is told of nights, each once over all instances, and whether it has arrived.
@Component
class AlertOutbox {
  private static final String LATEST =
      "SELECT id, type, body FROM alert ORDER BY number DESC LIMIT 1";
  private static final String IS_RECORDED =
      "SELECT EXISTS (SELECT FROM alert WHERE type = :type AND fact = :fact)";
  private static final String RECORD =
      """
      INSERT INTO alert (id, type, fact, occurred_at, body)
      VALUES (:id, :type, :fact, :occurredAt, :body)
      ON CONFLICT (type, fact) DO NOTHING
      """;
  private static final String ADDRESS =
      """
      INSERT INTO alert_delivery (alert_id, channel, next_attempt_at)
      SELECT id, channel, :now FROM alert, unnest(:channels::text[]) AS channel
      WHERE type = :type AND fact = :fact
        AND NOT EXISTS (SELECT FROM alert_delivery AS other
                        WHERE other.alert_id = id AND other.channel = channel.channel)
      ON CONFLICT DO NOTHING
      """;
  private static final String TOLD = "SELECT channel FROM alert_delivery WHERE alert_id = :alert";
  private static final String NEXT =
      """
      SELECT id, type, body, channel, attempts
      FROM alert_delivery JOIN alert ON alert.id = alert_id
      WHERE state = 'PENDING' AND next_attempt_at <= :now AND channel = ANY (:channels::text[])
      ORDER BY next_attempt_at, number LIMIT 1
      FOR UPDATE OF alert_delivery SKIP LOCKED
      """;
  private static final String CLAIM =
      """
      UPDATE alert_delivery SET attempts = :attempt, next_attempt_at = :next
      WHERE alert_id = :alert AND channel = :channel
      """;
  private static final String END =
      """
      UPDATE alert_delivery SET state = :state, next_attempt_at = NULL, ended_at = :now,
          error = :error
      WHERE alert_id = :alert AND channel = :channel AND attempts = :attempt AND state = 'PENDING'
      """;
  private static final String POSTPONE =
      """
      UPDATE alert_delivery SET error = :error
      WHERE alert_id = :alert AND channel = :channel AND attempts = :attempt AND state = 'PENDING'
      """;
  private static final String STOP =
      """
      UPDATE alert_delivery SET state = 'GONE', next_attempt_at = NULL, ended_at = :now,
          error = :error
      WHERE channel = :channel AND state = 'PENDING'
      """;

  /// Something that is told.
  ///
  /// @param fact of its type it is told once
  record Fact(Alert.Type type, String fact, Instant occurredAt, String body) {}

  private final JdbcClient client;

  AlertOutbox(JdbcClient client) {
    this.client = client;
  }

  /// Records what is to be told to whom, unless it is recorded.
  ///
  /// @return whether it was new
  @Transactional
  public boolean record(Fact fact, Collection<Kind> channels, Instant now) {
    boolean isNew = !isRecorded(fact.type(), fact.fact()) && insert(fact);
    client
        .sql(ADDRESS)
        .param("type", fact.type().id())
        .param("fact", fact.fact())
        .param("channels", names(channels))
        .param("now", Timestamp.from(now))
        .update();
    return isNew;
  }

  private boolean isRecorded(Alert.Type type, String fact) {
    return client
        .sql(IS_RECORDED)
        .param("type", type.id())
        .param("fact", fact)
        .query(Boolean.class)
        .single();
  }

  private boolean insert(Fact fact) {
    return client
            .sql(RECORD)
            .param("id", UUID.randomUUID())
            .param("type", fact.type().id())
            .param("fact", fact.fact())
            .param("occurredAt", Timestamp.from(fact.occurredAt()))
            .param("body", fact.body())
            .update()
        == 1;
  }

  private static String[] names(Collection<Kind> channels) {
    return channels.stream().map(Kind::name).toArray(String[]::new);
  }

  /// What was told last, if anything was.
  Optional<Alert> findLatest() {
    return client.sql(LATEST).query(AlertOutbox::alert).optional();
  }

  private static Alert alert(ResultSet row, int number) throws SQLException {
    return new Alert(
        row.getObject("id", UUID.class),
        Alert.Type.of(row.getString("type")),
        row.getString("body"));
  }

  /// Whom an alert was meant for.
  List<Kind> channelsOf(UUID alert) {
    return client
        .sql(TOLD)
        .param("alert", alert)
        .query((row, _) -> Kind.valueOf(row.getString("channel")))
        .list();
  }

  /// Takes a delivery that is due for an attempt, which no other instance takes until the next
  /// attempt is due. An instance that dies in it leaves it for that.
  @Transactional
  public Optional<Attempt> claim(Collection<Kind> channels, Instant now) {
    Optional<Attempt> next =
        client
            .sql(NEXT)
            .param("now", Timestamp.from(now))
            .param("channels", names(channels))
            .query(AlertOutbox::attempt)
            .optional();
    next.ifPresent(attempt -> claim(attempt, now));
    return next;
  }

  private static Attempt attempt(ResultSet row, int number) throws SQLException {
    return new Attempt(
        alert(row, number), Kind.valueOf(row.getString("channel")), row.getInt("attempts") + 1);
  }

  private void claim(Attempt attempt, Instant now) {
    change(CLAIM, attempt).param("next", Timestamp.from(now.plus(attempt.delay()))).update();
  }

  private JdbcClient.StatementSpec change(String sql, Attempt attempt) {
    return client
        .sql(sql)
        .param("alert", attempt.alert().id())
        .param("channel", attempt.channel().name())
        .param("attempt", attempt.number());
  }

  /// Records that it has arrived.
  void sent(Attempt attempt, Instant now) {
    end(attempt, "SENT", Optional.empty(), now);
  }

  /// Records that it has not, and that there is another attempt.
  void postpone(Attempt attempt, String reason) {
    change(POSTPONE, attempt).param("error", reason).update();
  }

  /// Records that it has not, and that there is no other attempt.
  void giveUp(Attempt attempt, String reason, Instant now) {
    end(attempt, "GIVEN_UP", Optional.of(reason), now);
  }

  private void end(Attempt attempt, String state, Optional<String> error, Instant now) {
    change(END, attempt)
        .param("state", state)
        .param("error", error.orElse(null))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Records that nothing more is wanted on a channel.
  void stop(Kind channel, String reason, Instant now) {
    client
        .sql(STOP)
        .param("channel", channel.name())
        .param("error", reason)
        .param("now", Timestamp.from(now))
        .update();
  }
}
