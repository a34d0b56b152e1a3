package dev.entente.server.matchings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says who candidates are that are in no stored list.
@Component
public class CandidateSummaries {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient client;

  CandidateSummaries(JdbcClient client) {
    this.client = client;
  }

  /// Reads some candidates.
  ///
  /// @return by id; one that is stored no more is absent
  public Map<String, CandidateSummary> of(List<String> ids) {
    Map<String, CandidateSummary> found = new HashMap<>();
    client
        .sql("SELECT id, document FROM candidate WHERE id = ANY (:ids)")
        .param("ids", ids.toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    found.put(
                        row.getString("id"),
                        CandidateSummary.of(JSON.readTree(row.getString("document")))));
    return found;
  }
}
