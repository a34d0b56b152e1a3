package dev.entente.server.web;

import dev.entente.documents.Problem;
import java.util.List;
import java.util.Map;

/// A request that is refused or cannot be answered, as the caller will be told (RFC 9457).
///
/// Nothing was changed. The sentences are worked out when the answer is written, in the caller's
/// language.
public final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient List<Object> arguments;
  private final transient List<FieldProblem> problems;
  private final transient Map<String, Object> more;

  private ApiProblem(
      ProblemType type,
      List<Object> arguments,
      List<FieldProblem> problems,
      Map<String, Object> more) {
    super(type + " " + arguments, null, false, false);
    this.type = type;
    this.arguments = List.copyOf(arguments);
    this.problems = List.copyOf(problems);
    this.more = Map.copyOf(more);
  }

  /// A problem that needs no list.
  ///
  /// @param arguments what the sentence about the type names
  public static ApiProblem of(ProblemType type, Object... arguments) {
    return new ApiProblem(type, List.of(arguments), List.of(), Map.of());
  }

  /// A request body that is wrong.
  ///
  /// @param problems all of them
  public static ApiProblem document(List<Problem> problems) {
    boolean large = problems.stream().anyMatch(p -> p.kind() == Problem.Kind.TOO_LARGE);
    return new ApiProblem(
        large ? ProblemType.TOO_LARGE : ProblemType.INVALID_DOCUMENT,
        List.of(problems.size()),
        problems.stream().map(FieldProblem::of).toList(),
        Map.of());
  }

  /// A stored job posting that must be put again.
  ///
  /// @param problems all that is wrong with it
  public static ApiProblem unreadablePosting(String id, List<Problem> problems) {
    return new ApiProblem(
        ProblemType.UNREADABLE_POSTING,
        List.of(id),
        problems.stream().map(FieldProblem::of).toList(),
        Map.of());
  }

  /// Query parameters that are wrong.
  ///
  /// @param problems all of them
  public static ApiProblem parameters(List<FieldProblem> problems) {
    return new ApiProblem(
        ProblemType.INVALID_PARAMETERS, List.of(problems.size()), problems, Map.of());
  }

  /// What is wrong, as a whole.
  public ProblemType type() {
    return type;
  }

  List<Object> arguments() {
    return arguments;
  }

  /// The same with one more member in its answer.
  public ApiProblem with(String member, Object value) {
    return new ApiProblem(type, arguments, problems, Map.of(member, value));
  }

  Map<String, Object> more() {
    return more;
  }

  List<FieldProblem> problems() {
    return problems;
  }
}
