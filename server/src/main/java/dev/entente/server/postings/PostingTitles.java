package dev.entente.server.postings;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what job postings are called, many at once.
@Component
public class PostingTitles {
  private final JdbcClient client;

  PostingTitles(JdbcClient client) {
    this.client = client;
  }

  /// The titles of postings by id; those that are erased, or have none, are left out.
  public Map<String, String> of(Collection<String> ids) {
    return client
        .sql(
            """
            SELECT id, title FROM job_posting WHERE id = ANY (:ids) AND title <> ''
            """)
        .param("ids", ids.toArray(String[]::new))
        .query((row, _) -> Map.entry(row.getString("id"), row.getString("title")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
