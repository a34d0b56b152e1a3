package dev.entente.durable.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How much of a value is looked at by whatever it is given to.
enum Weighing {
  /// Nothing but the value itself, as by `&&`.
  LIGHT,
  /// The characters, if it is a text.
  TEXT,
  /// Everything in it.
  WHOLE,
  /// Each character a hundred times, if it is a text: a regular expression looks for its matches.
  MATCHED,
  /// The same as often as its counted repetitions, such as `{2,5}`, unfold: a regular expression.
  PATTERN;

  private static final Set<String> LIGHT_FUNCTIONS =
      Set.of(
          Operator.CONDITIONAL.getFunction(),
          Operator.LOGICAL_AND.getFunction(),
          Operator.LOGICAL_OR.getFunction(),
          Operator.LOGICAL_NOT.getFunction(),
          Operator.NOT_STRICTLY_FALSE.getFunction(),
          Operator.INDEX.getFunction());

  /// The weighings that are not light, by the id of the expression whose value is weighed.
  static Map<Long, Weighing> of(CelAbstractSyntaxTree tree) {
    CelNavigableExpr root = CelNavigableAst.fromAst(tree).getRoot();
    Map<Long, Weighing> weighings = new HashMap<>();
    root.allNodes().forEach(node -> weighings.put(node.id(), of(node)));
    weighings.values().removeIf(weighing -> weighing == LIGHT);
    weighings.put(root.id(), WHOLE);
    return Map.copyOf(weighings);
  }

  private static Weighing of(CelNavigableExpr node) {
    // What a macro gathers is appended to, not copied.
    boolean isGathered = node.expr().identOrDefault().name().startsWith("@");
    Optional<CelExpr> user = node.parent().map(CelNavigableExpr::expr);
    return isGathered ? LIGHT : user.map(expr -> by(expr.callOrDefault(), node.id())).orElse(LIGHT);
  }

  private static Weighing by(CelExpr.CelCall call, long argument) {
    return switch (call.function()) {
      case "" -> LIGHT;
      case "size" -> TEXT;
      case "matches" -> call.args().getLast().id() == argument ? PATTERN : MATCHED;
      default -> LIGHT_FUNCTIONS.contains(call.function()) ? LIGHT : WHOLE;
    };
  }
}
