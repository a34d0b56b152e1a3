package dev.entente.server.web;

import dev.entente.documents.Problem;
import java.util.Locale;
import java.util.function.Function;

/// One thing that is wrong with a request.
///
/// @param place a JSON Pointer into the body, or the name of a query parameter
/// @param isParameter which of the two
/// @param kind a name that never changes
/// @param text the sentence about it, in a language
public record FieldProblem(
    String place, boolean isParameter, String kind, Function<Locale, String> text) {
  static FieldProblem of(Problem problem) {
    return new FieldProblem(problem.pointer(), false, problem.kind().name(), problem::text);
  }
}
