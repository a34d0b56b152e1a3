package dev.entente.server.candidates;

import dev.entente.matching.vocabulary.Folding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds candidates as a person looks for them: by the beginnings of words of name, headline,
/// e-mail or id, whatever their case and accents.
@Component
public class CandidateSearch {
  /// How many of those that are found can be paged through, in their order: nobody reads more, and
  /// whoever stands far behind costs all that stand before.
  public static final int REACH = 10_000;

  private static final int MOST_WORDS = 16;
  private static final Duration COUNT_AGE = Duration.ofSeconds(10);
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
  private static final String COUNT_SOME =
      "SELECT count(*) FROM (SELECT FROM candidate_listing LIMIT :most) AS few";

  // One look gives the page and the count.
  private static final String FOUND =
      """
      WITH hit AS MATERIALIZED (
        SELECT candidate_id, sorted FROM candidate_listing WHERE words @@ :words::tsquery),
      counted AS (SELECT count(*)::integer AS total FROM hit),
      cut AS (
        SELECT candidate_id FROM hit, counted ORDER BY hit.sorted, hit.candidate_id
        LIMIT :limit OFFSET (
          SELECT least(:offset, greatest(0, least(total, :reach) - 1) / :limit * :limit) FROM counted))
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

  /// How many candidates there were.
  private record Count(int all, Instant at) {
    // A clock may be set back.
    private boolean isOf(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(COUNT_AGE));
    }
  }

  private final JdbcClient client;
  private final InstantSource clock;
  private volatile @Nullable Count counted;

  CandidateSearch(JdbcClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /// Finds candidates who have, for each word of a text, one that begins with it; an empty text
  /// finds all. Of more than [#REACH], the total of all may be that of ten seconds ago.
  ///
  /// @param page from 0; one behind the last, or behind [#REACH] candidates, gives the last before
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
        .map(word -> Listing.cut(word, Listing.LONGEST_WORD))
        .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
        .collect(Collectors.joining(" & "));
  }

  private Page all(int page, int size) {
    int total = total();
    int offset = offset(page, size, total);
    List<Listing> candidates =
        client.sql(ALL).param("limit", size).param("offset", offset).query(Listing::read).list();
    return new Page(candidates, offset, total);
  }

  // Few are counted each time, so that nobody misses whom he or she has just stored.
  private int total() {
    int some = client.sql(COUNT_SOME).param("most", REACH + 1).query(Integer.class).single();
    if (some <= REACH) {
      return some;
    }
    Count known = counted;
    Instant now = clock.instant();
    if (known == null || !known.isOf(now)) {
      known = new Count(client.sql(COUNT).query(Integer.class).single(), now);
      counted = known;
    }
    return Math.max(known.all(), some);
  }

  private static int offset(int page, int size, int total) {
    return Math.min(page, Math.max(0, Math.min(total, REACH) - 1) / size) * size;
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
            .param("reach", REACH)
            .query((row, number) -> new Hit(Listing.read(row, number), row.getInt("total")))
            .list();
    int total = hits.isEmpty() ? 0 : hits.getFirst().total();
    return new Page(hits.stream().map(Hit::listing).toList(), offset(page, size, total), total);
  }
}
