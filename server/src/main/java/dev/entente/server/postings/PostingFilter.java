package dev.entente.server.postings;

import dev.entente.matching.vocabulary.Folding;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which job postings a person looks for, and in which order.
///
/// @param text words that the title holds, whatever their case and accents; empty for all
/// @param active only active ones, or only others
/// @param companyId only those of a company
/// @param list how their lists are
/// @param order which stands first
public record PostingFilter(
    String text, Optional<Boolean> active, Optional<String> companyId, Matched list, Order order) {
  /// All of them, by title.
  public static final PostingFilter ALL =
      new PostingFilter(
          "", Optional.empty(), Optional.empty(), Matched.ANY, new Order(By.TITLE, false));

  private static final Pattern SIGNS = Pattern.compile("[\\\\%_]");

  /// All whose title holds words, by title.
  public static PostingFilter of(String words) {
    return new PostingFilter(words, ALL.active, ALL.companyId, ALL.list, ALL.order);
  }

  /// How the list of a posting is.
  public enum Matched {
    /// However it is.
    ANY("TRUE"),
    /// It was made, and one to nine candidates were eligible.
    FEW("ranked_at > 'epoch' AND eligible BETWEEN 1 AND 9"),
    /// It was made, and nobody was eligible.
    NOBODY("ranked_at > 'epoch' AND eligible = 0"),
    /// It was never made.
    NEVER("coalesce(ranked_at, 'epoch') = 'epoch'"),
    /// It is about to be made again.
    WAITING(
        "active AND EXISTS (SELECT FROM ranking_request WHERE job_posting_id = job_posting.id)");

    private final String condition;

    Matched(String condition) {
      this.condition = condition;
    }

    String condition() {
      return condition;
    }
  }

  /// What postings are ordered by; those that have none of it stand last.
  public enum By {
    /// The title; active ones stand first.
    TITLE("left(title_folded, 200)"),
    /// The highest match score.
    BEST("best"),
    /// How many candidates were eligible.
    ELIGIBLE("CASE WHEN ranked_at > 'epoch' THEN eligible END"),
    /// When they were matched.
    MATCHED("nullif(ranked_at, 'epoch')");

    private final String expression;

    By(String expression) {
      this.expression = expression;
    }
  }

  /// An order: equal ones stand by title, then by id.
  public record Order(By by, boolean isDescending) {
    String sql() {
      String direction = isDescending ? " DESC" : "";
      return by == By.TITLE
          ? "active DESC, " + by.expression + direction + ", id"
          : by.expression + direction + " NULLS LAST, " + By.TITLE.expression + ", id";
    }
  }

  /// What a folded title is like that holds each word; no sign of a word means anything else.
  String[] patterns() {
    return Stream.of(Folding.of(text).split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> "%" + SIGNS.matcher(word).replaceAll("\\\\$0") + "%")
        .toArray(String[]::new);
  }
}
