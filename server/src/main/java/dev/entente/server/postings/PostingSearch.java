package dev.entente.server.postings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds job postings as a person looks for them: by words of the title, whatever their case and
/// accents.
@Component
public class PostingSearch {
  private static final String FOUND =
      """
      LEFT JOIN ranking ON ranking.job_posting_id = job_posting.id
      WHERE title_folded LIKE ALL (:patterns::text[])
        AND (:active::boolean IS NULL OR active = :active)
        AND (:companyId::text IS NULL OR company_id = :companyId) AND
      """;
  private static final String COLUMNS =
      "SELECT id, company_id, title, location, work_mode, contract_type, active\n";

  private static final String POSTINGS = "FROM job_posting\n";

  // Worked out for all lists at once: one after another takes three times as long.
  private static final String POSTINGS_WITH_BEST =
      """
      FROM job_posting LEFT JOIN (
        SELECT "jobPostingId" AS id, max("matchScore") AS best FROM "CandidateMatching"
        WHERE listed GROUP BY 1) AS list USING (id)
      """;

  /// What a list shows of a job posting; texts are those of the document.
  public record Overview(
      String id,
      String companyId,
      String title,
      @Nullable String location,
      @Nullable String workMode,
      @Nullable String contractType,
      boolean active) {
    private static Overview of(ResultSet row, int number) throws SQLException {
      return new Overview(
          row.getString("id"),
          row.getString("company_id"),
          row.getString("title"),
          row.getString("location"),
          row.getString("work_mode"),
          row.getString("contract_type"),
          row.getBoolean("active"));
    }
  }

  /// One page of what was found.
  ///
  /// @param postings in the order asked for
  /// @param offset how many stand before them
  /// @param total how many were found, on all pages
  public record Page(List<Overview> postings, int offset, int total) {}

  private final JdbcClient client;

  PostingSearch(JdbcClient client) {
    this.client = client;
  }

  /// Finds postings.
  ///
  /// @param page from 0; one behind the last gives the last
  /// @param size most postings on a page, at least 1
  @Transactional(readOnly = true)
  public Page find(PostingFilter filter, int page, int size) {
    String found = FOUND + filter.list().condition() + "\n";
    int total = bound("SELECT count(*)\n" + POSTINGS + found, filter).query(Integer.class).single();
    int offset = Math.min(page, Math.max(0, total - 1) / size) * size;
    String ordered = filter.order().by() == PostingFilter.By.BEST ? POSTINGS_WITH_BEST : POSTINGS;
    List<Overview> postings =
        bound(
                COLUMNS
                    + ordered
                    + found
                    + "ORDER BY "
                    + filter.order().sql()
                    + " LIMIT :limit OFFSET :offset",
                filter)
            .param("limit", size)
            .param("offset", offset)
            .query(Overview::of)
            .list();
    return new Page(postings, offset, total);
  }

  private JdbcClient.StatementSpec bound(String sql, PostingFilter filter) {
    return client
        .sql(sql)
        .param("patterns", filter.patterns())
        .param("active", filter.active().orElse(null))
        .param("companyId", filter.companyId().orElse(null));
  }

  /// The companies that have postings, by id.
  ///
  /// @param most of them
  public List<String> companies(int most) {
    return client
        .sql("SELECT DISTINCT company_id FROM job_posting ORDER BY company_id LIMIT :most")
        .param("most", most)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
