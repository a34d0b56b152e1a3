package dev.entente.durable.expression;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.entente.inngest.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A compiled expression. Shared by threads.
final class Expression {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_REASON = 300;

  // Not the planner, which copies all of an event before it looks at a part of it.
  private static final Cel CEL =
      CelFactory.legacyCelBuilder()
          .setOptions(
              CelOptions.current()
                  .enableHeterogeneousNumericComparisons(true)
                  .maxExpressionCodePointSize(LONGEST)
                  .comprehensionMaxIterations(10_000)
                  .maxRegexProgramSize(500)
                  .build())
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("event", SimpleType.DYN)
          .addVar("async", SimpleType.DYN)
          .addFunctionDeclarations(MixedArithmetic.declarations())
          .addFunctionBindings(MixedArithmetic.bindings())
          .build();

  private final CelType type;
  private final CelRuntime.Program program;
  private final Map<Long, Weighing> weighings;

  private Expression(CelAbstractSyntaxTree tree) throws CelEvaluationException {
    type = tree.getResultType();
    program = CEL.createProgram(tree);
    weighings = Weighing.of(tree);
  }

  static Expression compile(String what, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "%s: a CEL expression has at most %,d characters, got: %,d"
              .formatted(what, LONGEST, text.length()));
    }
    try {
      return new Expression(CEL.compile(text).getAst());
    } catch (CelValidationException e) {
      throw new IllegalArgumentException(refusal(what, text, place(e)), e);
    } catch (CelEvaluationException e) {
      throw new IllegalArgumentException(
          refusal(what, text, cut(String.valueOf(e.getMessage()))), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException(refusal(what, text, "nested too deep"), e);
    }
  }

  private static String refusal(String what, String text, String reason) {
    return "%s: %s%n  %s".formatted(what, reason, text);
  }

  private static String place(CelValidationException exception) {
    CelIssue issue = exception.getErrors().getFirst();
    return "no CEL expression at line %d, column %d: %s"
        .formatted(
            issue.getSourceLocation().getLine(),
            issue.getSourceLocation().getColumn() + 1,
            cut(issue.getMessage().replace(" (in container '')", "")));
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  CelType type() {
    return type;
  }

  /// The value, as CEL has it; empty if there is none.
  Optional<Object> evaluate(Json event, Optional<Json> async) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("event", CelOfJson.convert(event));
    async.ifPresent(later -> variables.put("async", CelOfJson.convert(later)));
    try {
      return Optional.of(program.trace(variables, new Budget(weighings)));
    } catch (CelEvaluationException | RuntimeException | StackOverflowError e) {
      // A missing key is the ordinary case; the library also fails in ways that it does not tell.
      return Optional.empty();
    }
  }
}
