package dev.entente.durable.expression;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.Operator;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Arithmetic between a whole number and another, which CEL lacks: JSON does not tell them apart,
/// and `event.data.price * 1.2` has a value when the price is 10, too.
record MixedArithmetic(Operator operator, Operation onDoubles) {
  private static final List<MixedArithmetic> ALL =
      List.of(
          new MixedArithmetic(Operator.ADD, (a, b) -> a + b),
          new MixedArithmetic(Operator.SUBTRACT, (a, b) -> a - b),
          new MixedArithmetic(Operator.MULTIPLY, (a, b) -> a * b),
          new MixedArithmetic(Operator.DIVIDE, (a, b) -> a / b));

  @Immutable
  interface Operation {
    double apply(double a, double b);
  }

  static List<CelFunctionDecl> declarations() {
    return ALL.stream().map(MixedArithmetic::declaration).toList();
  }

  private CelFunctionDecl declaration() {
    return CelFunctionDecl.newFunctionDeclaration(
        operator.getFunction(),
        CelOverloadDecl.newGlobalOverload(
            name("int64_double"), SimpleType.DOUBLE, SimpleType.INT, SimpleType.DOUBLE),
        CelOverloadDecl.newGlobalOverload(
            name("double_int64"), SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.INT));
  }

  static List<CelFunctionBinding> bindings() {
    return ALL.stream().flatMap(MixedArithmetic::both).toList();
  }

  private Stream<CelFunctionBinding> both() {
    Operation operation = onDoubles;
    return Stream.of(
        CelFunctionBinding.from(
            name("int64_double"), Long.class, Double.class, (a, b) -> operation.apply(a, b)),
        CelFunctionBinding.from(
            name("double_int64"), Double.class, Long.class, (a, b) -> operation.apply(a, b)));
  }

  private String name(String operands) {
    return operator.name().toLowerCase(Locale.ROOT) + "_" + operands;
  }
}
