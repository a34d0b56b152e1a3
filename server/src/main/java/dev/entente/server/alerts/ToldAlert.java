package dev.entente.server.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// An alert as an operator sees it.
///
/// @param id a webhook's `webhook-id` and a mail's `Message-ID` are made of it
/// @param type such as `night.failed`
/// @param timestamp when that happened
/// @param deliveries one a channel that it is for
record ToldAlert(UUID id, String type, Instant timestamp, List<Delivery> deliveries) {
  /// @param channel `WEBHOOK` or `MAIL`
  /// @param state `PENDING`, `SENT`, `GIVEN_UP`, or `GONE` if the receiver wants no more
  /// @param nextAttemptAt null when there is no other
  /// @param error why the last attempt did not arrive; null otherwise
  record Delivery(
      String channel,
      String state,
      int attempts,
      @Nullable Instant nextAttemptAt,
      @Nullable String error) {}

  /// Finds them.
  @Component
  static class Finder {
    private static final String LATEST =
        """
        SELECT id, type, occurred_at,
          (SELECT coalesce(json_agg(json_build_object('channel', channel, 'state', state,
              'attempts', attempts, 'nextAttemptAt', to_char(next_attempt_at AT TIME ZONE 'UTC',
                'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'error', error) ORDER BY channel DESC), '[]')
           FROM alert_delivery WHERE alert_id = id) AS deliveries
        FROM alert ORDER BY number DESC LIMIT :limit
        """;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient client;

    Finder(JdbcClient client) {
      this.client = client;
    }

    /// The latest, latest first.
    List<ToldAlert> list(int limit) {
      return client.sql(LATEST).param("limit", limit).query(Finder::alert).list();
    }

    private static ToldAlert alert(ResultSet row, int number) throws SQLException {
      Timestamp at = row.getTimestamp("occurred_at");
      return new ToldAlert(
          row.getObject("id", UUID.class),
          row.getString("type"),
          at.toInstant(),
          JSON.readValue(row.getString("deliveries"), new TypeReference<List<Delivery>>() {}));
    }
  }
}
