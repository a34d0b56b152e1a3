package dev.entente.server.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.entente.documents.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// The body of a refusal (RFC 9457).
///
/// @param type an address that never changes
/// @param title what is wrong, in words
/// @param status the HTTP status
/// @param detail what to do about it
/// @param problems all that is wrong; absent where there is no list
/// @param more further members that the type has
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemAnswer(
    String type,
    String title,
    int status,
    String detail,
    @Nullable List<Item> problems,
    @JsonAnyGetter Map<String, Object> more) {
  // More than a person reads, less than a hostile request could provoke.
  private static final int LISTED = 200;

  /// One thing that is wrong.
  ///
  /// @param pointer its place in the body; absent for a query parameter
  /// @param parameter the query parameter; absent for the body
  /// @param kind a name that never changes
  /// @param detail the sentence about it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      @Nullable String pointer, @Nullable String parameter, String kind, String detail) {
    /// The problem of a document, in a language.
    public static Item of(Problem problem, Locale language) {
      return of(FieldProblem.of(problem), language);
    }

    private static Item of(FieldProblem problem, Locale language) {
      return new Item(
          problem.isParameter() ? null : problem.place(),
          problem.isParameter() ? problem.place() : null,
          problem.kind(),
          problem.text().apply(language));
    }
  }

  /// Says a problem in a language.
  static ProblemAnswer of(ApiProblem problem, MessageSource messages, Locale language) {
    ProblemType type = problem.type();
    Object[] arguments = problem.arguments().toArray();
    List<Item> items =
        problem.problems().stream().limit(LISTED).map(p -> Item.of(p, language)).toList();
    return new ProblemAnswer(
        "urn:entente:problem:" + type.code(),
        messages.getMessage("problem." + type.code() + ".title", arguments, language),
        type.status(),
        messages.getMessage("problem." + type.code() + ".detail", arguments, language),
        items.isEmpty() ? null : items,
        problem.more());
  }
}
