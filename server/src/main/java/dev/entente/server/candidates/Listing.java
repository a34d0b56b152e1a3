package dev.entente.server.candidates;

import dev.entente.matching.vocabulary.Folding;
import dev.entente.matching.vocabulary.WhiteSpace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a list of people shows of a candidate. A text that the document lacks is null.
///
/// @param name first and last, as far as they are there
/// @param headline its first 200 characters
public record Listing(
    String id,
    @Nullable String name,
    @Nullable String headline,
    @Nullable String email,
    @Nullable String location,
    boolean optedOut) {
  private static final int LONGEST = 200;
  private static final Pattern BLANKS = Pattern.compile(" ");
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// Code points of the longest word that is searched; longer ones are cut.
  static final int LONGEST_WORD = 60;

  // Behind every letter and digit.
  private static final String LAST = "\uFFFD";

  static Listing of(JsonNode document) {
    return of(document.path("id").asString(""), document);
  }

  /// @param id as it is stored, whatever the document says
  static Listing of(String id, JsonNode document) {
    String name =
        Stream.of("firstName", "lastName")
            .flatMap(field -> text(document, field).stream())
            .collect(Collectors.joining(" "));
    return new Listing(
        id,
        name.isEmpty() ? null : name,
        text(document, "headline").map(Listing::shortened).orElse(null),
        text(document, "email").orElse(null),
        text(document, "location").orElse(null),
        document.path("optedOut").asBoolean(false));
  }

  static Listing read(ResultSet row, int number) throws SQLException {
    return new Listing(
        row.getString("candidate_id"),
        row.getString("name"),
        row.getString("headline"),
        row.getString("email"),
        row.getString("location"),
        row.getBoolean("opted_out"));
  }

  private static Optional<String> text(JsonNode document, String field) {
    JsonNode value = document.path(field);
    return value.isString() && !WhiteSpace.isBlank(value.stringValue())
        ? Optional.of(WhiteSpace.trim(value.stringValue()))
        : Optional.empty();
  }

  private static String shortened(String text) {
    String cut = cut(text, LONGEST);
    return cut.length() == text.length() ? text : cut + "…";
  }

  /// The first code points of a text.
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /// What people order by: the folded name; who has none stands behind all names, by id.
  String sorted() {
    String folded = name == null ? "" : Folding.of(name);
    String sorted = folded.isEmpty() ? LAST + id : folded;
    return cut(sorted, LONGEST);
  }

  /// All words by whose beginnings a search finds the candidate, folded: what stands between
  /// blanks, and each run of letters and digits in it.
  Set<String> words() {
    return Stream.of(name, headline, email, id)
        .filter(Objects::nonNull)
        .map(Folding::of)
        .flatMap(text -> Stream.concat(BLANKS.splitAsStream(text), PARTS.splitAsStream(text)))
        .filter(word -> !word.isEmpty())
        .map(word -> cut(word, LONGEST_WORD))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
