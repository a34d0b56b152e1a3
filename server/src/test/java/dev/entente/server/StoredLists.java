package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All lists that a database holds, each with what it was computed under; without what tells when
/// and by whom, and whom it has not chosen from, of whom others may come and go.
///
/// @param lists by posting: first how the list came to be, then its rows by rank
record StoredLists(Map<String, List<String>> lists) {
  private static final String RANKINGS =
      """
      SELECT job_posting_id, to_jsonb(ranking) - 'as_of' - 'run_id' - 'ranked_at' - 'revision'
          - 'ineligible' - 'list_digest'
      FROM ranking ORDER BY job_posting_id
      """;
  private static final String ROWS =
      """
      SELECT "jobPostingId", rank || ' '
          || (to_jsonb(m) - 'runId' - 'createdAt' - 'updatedAt' - 'rank')::text
      FROM ranked_matching AS m ORDER BY "jobPostingId", m.rank
      """;
  private static final String BROKEN =
      """
      SELECT job_posting_id FROM ranking LEFT JOIN ranked_matching AS m
        ON "jobPostingId" = job_posting_id AND listed
      GROUP BY job_posting_id, eligible, least_total
      HAVING count(m.id) <> least(50, eligible)
        OR coalesce(min(m.rank), 1) <> 1 OR coalesce(max(m.rank), 0) <> count(m.id)
        OR (least_total IS NOT NULL AND min(total) <> least_total)
      """;

  /// Reads them, and makes sure that each is whole: 50 places or as many as there are candidates
  /// for, ranks without a gap, and the last of them is the one that the list says. To be asked
  /// where nobody was rejected.
  static StoredLists of(JdbcClient database) {
    assertThat(database.sql(BROKEN).query(String.class).list()).as("broken lists").isEmpty();
    Map<String, List<String>> lists = new TreeMap<>();
    for (String sql : List.of(RANKINGS, ROWS)) {
      database
          .sql(sql)
          .query(
              (RowCallbackHandler)
                  row ->
                      lists
                          .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                          .add(row.getString(2)));
    }
    return new StoredLists(lists);
  }

  /// Lets whoever ranks next write all lists anew, as if nobody knew what they hold.
  static void forgetDigests(JdbcClient database) {
    database.sql("UPDATE ranking SET list_digest = NULL").update();
  }

  /// Makes sure that some are as they were before, and all others as they are after.
  void requireMixed(Set<String> old, StoredLists before, StoredLists after) {
    Map<String, List<String>> expected = new TreeMap<>(after.lists);
    old.forEach(posting -> expected.put(posting, before.lists.get(posting)));
    assertThat(lists).containsOnlyKeys(expected.keySet());
    assertThat(differing(new StoredLists(expected))).as("lists neither old nor new").isEmpty();
  }

  /// The postings whose list is another here than there.
  List<String> differing(StoredLists other) {
    return lists.keySet().stream()
        .filter(posting -> !Objects.equals(lists.get(posting), other.lists.get(posting)))
        .toList();
  }
}
