package dev.entente.server.postings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds job postings as a person looks for them: by words of the title, whatever their case and
/// accents.
@Component
public class PostingSearch {
  private static final Pattern BLANKS = Pattern.compile("\\p{IsWhite_Space}+");

  // Letters without case and marks, so that `developpeur` finds « Développeur ».
  private static final String FOLDED =
      "regexp_replace(normalize(lower(%s), NFKD), '[\\u0300-\\u036f]', '', 'g')";
  private static final String FOUND =
      """
      FROM job_posting WHERE NOT EXISTS (
        SELECT FROM unnest(:words::text[]) AS word WHERE position(%s IN %s) = 0)
      """
          .formatted(FOLDED.formatted("word"), FOLDED.formatted("title"));
  private static final String PAGE =
      "SELECT id, company_id, title, location, work_mode, contract_type, active\n"
          + FOUND
          + "ORDER BY active DESC, %s, id LIMIT :limit OFFSET :offset"
              .formatted(FOLDED.formatted("title"));

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
  /// @param postings active ones first, then by title, then by id
  /// @param offset how many stand before them
  /// @param total how many were found, on all pages
  public record Page(List<Overview> postings, int offset, int total) {}

  private final JdbcClient client;

  PostingSearch(JdbcClient client) {
    this.client = client;
  }

  /// Finds postings whose title holds all words of a text; an empty text finds all.
  ///
  /// @param page from 0; one behind the last gives the last
  /// @param size most postings on a page, at least 1
  @Transactional(readOnly = true)
  public Page find(String text, int page, int size) {
    String[] words =
        BLANKS.splitAsStream(text).filter(word -> !word.isEmpty()).toArray(String[]::new);
    int total =
        client.sql("SELECT count(*)\n" + FOUND).param("words", words).query(Integer.class).single();
    int offset = Math.min(page, Math.max(0, total - 1) / size) * size;
    List<Overview> postings =
        client
            .sql(PAGE)
            .param("words", words)
            .param("limit", size)
            .param("offset", offset)
            .query(Overview::of)
            .list();
    return new Page(postings, offset, total);
  }
}
