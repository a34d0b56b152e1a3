package dev.entente.server.candidates;

import dev.entente.documents.Checked;
import dev.entente.documents.Document;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.Problem;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stored candidate as the engine understands it.
///
/// @param workModes as the document has them, as are languages
/// @param updatedAt when the document was stored as it is
/// @param written how the candidate wrote it
/// @param facts empty if the document breaks today's rules
/// @param problems why there are none; else empty
public record CandidateProfile(
    Listing listing,
    List<String> workModes,
    List<String> languages,
    Instant updatedAt,
    WrittenProfile written,
    Optional<CandidateFacts> facts,
    List<Problem> problems) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DocumentForm<Document<Candidate>> FORM =
      DocumentForm.storedCandidate().keepingJson();

  public String id() {
    return listing.id();
  }

  private static CandidateProfile of(ResultSet row, int number) throws SQLException {
    String document = row.getString("document");
    JsonNode json = JSON.readTree(document);
    Checked<Document<Candidate>> checked = FORM.reread(document);
    return new CandidateProfile(
        Listing.of(row.getString("id"), json),
        texts(json.path("workModes")),
        texts(json.path("languages")),
        row.getTimestamp("updated_at").toInstant(),
        checked instanceof Checked.Valid<Document<Candidate>>
            ? WrittenProfile.of(json)
            : WrittenProfile.NONE,
        checked instanceof Checked.Valid<Document<Candidate>>(var read)
            ? Optional.of(CandidateFacts.of(read.content()))
            : Optional.empty(),
        checked instanceof Checked.Invalid<Document<Candidate>>(var problems)
            ? problems
            : List.of());
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(text -> text.asString("")).toList();
  }

  /// Finds stored candidates.
  @Component
  public static class Finder {
    private final JdbcClient client;

    Finder(JdbcClient client) {
      this.client = client;
    }

    /// The candidate of an id.
    public Optional<CandidateProfile> find(String id) {
      return client
          .sql("SELECT id, document, updated_at FROM candidate WHERE id = :id")
          .param("id", id)
          .query(CandidateProfile::of)
          .optional();
    }
  }
}
