package dev.entente.server.candidates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds candidates as a person looks for them: by the beginnings of words of name, headline,
/// e-mail or id, whatever their case and accents.
@Component
public class CandidateSearch {
  private static final int MOST_WORDS = 16;
  private static final String COLUMNS =
      "SELECT candidate_id, name, headline, email, location, opted_out\n";

  // The page is cut from the index alone.
  private static final String ALL =
      COLUMNS
          + """
          FROM candidate_listing
          WHERE candidate_id IN (
            SELECT candidate_id FROM candidate_listing ORDER BY sorted, candidate_id
            LIMIT :limit OFFSET :offset)
          ORDER BY sorted, candidate_id
          """;
  private static final String COUNT = "SELECT count(*) FROM candidate_listing";

  // One look gives the page and the count.
  private static final String FOUND =
      """
      WITH hit AS MATERIALIZED (
        SELECT candidate_id, sorted FROM candidate_listing WHERE words @@ :words::tsquery),
      counted AS (SELECT count(*)::integer AS total FROM hit),
      cut AS (
        SELECT candidate_id FROM hit, counted ORDER BY hit.sorted, hit.candidate_id
        LIMIT :limit OFFSET (
          SELECT least(:offset, greatest(0, total - 1) / :limit * :limit) FROM counted))
      SELECT candidate_id, name, headline, email, location, opted_out, total
      FROM candidate_listing, counted WHERE candidate_id IN (SELECT candidate_id FROM cut)
      ORDER BY sorted, candidate_id
      """;

  /// One page of what was found.
  ///
  /// @param candidates by name; those without one last, by id
  /// @param offset how many stand before them
  /// @param total how many were found, on all pages
  public record Page(List<Listing> candidates, int offset, int total) {}

  private final JdbcClient client;

  CandidateSearch(JdbcClient client) {
    this.client = client;
  }

  /// Finds candidates who have, for each word of a text, one that begins with it; an empty text
  /// finds all.
  ///
  /// @param page from 0; one behind the last gives the last
  /// @param size most candidates on a page, at least 1
  @Transactional(readOnly = true)
  public Page find(String text, int page, int size) {
    String words = query(text);
    return words.isEmpty() ? all(page, size) : found(words, page, size);
  }

  // Quoted as PostgreSQL, 8.11.2, has it.
  private static String query(String text) {
    return Arrays.stream(Folding.of(text).split(" "))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> Folding.cut(word, Listing.LONGEST_WORD))
        .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
        .collect(Collectors.joining(" & "));
  }

  private Page all(int page, int size) {
    int total = client.sql(COUNT).query(Integer.class).single();
    int offset = offset(page, size, total);
    List<Listing> candidates =
        client.sql(ALL).param("limit", size).param("offset", offset).query(Listing::read).list();
    return new Page(candidates, offset, total);
  }

  private static int offset(int page, int size, int total) {
    return Math.min(page, Math.max(0, total - 1) / size) * size;
  }

  /// A row with how many there are.
  private record Hit(Listing listing, int total) {}

  private Page found(String words, int page, int size) {
    List<Hit> hits =
        client
            .sql(FOUND)
            .param("words", words)
            .param("limit", size)
            .param("offset", (long) page * size)
            .query((row, number) -> new Hit(Listing.read(row, number), row.getInt("total")))
            .list();
    int total = hits.isEmpty() ? 0 : hits.getFirst().total();
    return new Page(hits.stream().map(Hit::listing).toList(), offset(page, size, total), total);
  }
}
