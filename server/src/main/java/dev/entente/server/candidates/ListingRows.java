package dev.entente.server.candidates;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table that lists of people are read from; in the caller's transaction.
final class ListingRows {
  /// Of how texts are folded: a row of another version is made again.
  static final int VERSION = 1;

  private static final String UPSERT =
      """
      INSERT INTO candidate_listing (candidate_id, version, name, headline, email, location,
          opted_out, sorted, words)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, array_to_tsvector(?))
      ON CONFLICT (candidate_id) DO UPDATE SET version = excluded.version, name = excluded.name,
          headline = excluded.headline, email = excluded.email, location = excluded.location,
          opted_out = excluded.opted_out, sorted = excluded.sorted, words = excluded.words
      """;

  private final JdbcTemplate template;

  ListingRows(JdbcTemplate template) {
    this.template = template;
  }

  void store(List<Listing> listings) {
    if (!listings.isEmpty()) {
      template.batchUpdate(UPSERT, listings, listings.size(), ListingRows::bind);
    }
  }

  private static void bind(PreparedStatement row, Listing listing) throws SQLException {
    row.setString(1, listing.id());
    row.setInt(2, VERSION);
    row.setString(3, listing.name());
    row.setString(4, listing.headline());
    row.setString(5, listing.email());
    row.setString(6, listing.location());
    row.setBoolean(7, listing.optedOut());
    row.setString(8, listing.sorted());
    row.setArray(
        9, row.getConnection().createArrayOf("text", listing.words().toArray(String[]::new)));
  }
}
