package dev.entente.matching.explanation;

import static dev.entente.matching.explanation.Explanation.constant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.matching.arithmetic.Cosine;
import dev.entente.matching.arithmetic.Rounding;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {
  @ParameterizedTest
  @EnumSource
  void calculationWorksItsValueOutFromItsParts(Operation operation) {
    List<Explanation> parts = List.of(constant("a", 7), constant("b", 2));
    if (operation == Operation.ROUNDED_COSINE) {
      parts = List.of(constant("s", 20_000), constant("t", 3), constant("a", 6), constant("b", 22));
    }

    long value = new Explanation.Calculation("x", operation, parts).value();

    assertThat(value)
        .isEqualTo(
            switch (operation) {
              case SUM -> 9L;
              case PRODUCT -> 14L;
              case DIFFERENCE -> 5L;
              case ROUNDED_QUOTIENT -> 4L;
              case MINIMUM -> 2L;
              case MAXIMUM -> 7L;
              case ROUNDED_COSINE -> 5_222L;
            });
  }

  @Test
  void calculationNeedsTheRightNumberOfParts() {
    assertThatThrownBy(() -> Explanation.sum("empty", List.of())).hasMessageContaining("empty");
    assertThatThrownBy(
            () ->
                new Explanation.Calculation("one", Operation.DIFFERENCE, List.of(constant("a", 1))))
        .hasMessage("DIFFERENCE takes another number of parts than 1: one");
  }

  @Test
  void quotientsRoundHalfUp() {
    assertThat(Rounding.halfUp(5, 10)).isEqualTo(1);
    assertThat(Rounding.halfUp(4, 10)).isZero();
    assertThat(Rounding.halfUp(15, 10)).isEqualTo(2);
  }

  @Test
  void cosineIsTheLargestNumberThatTheSpecificationAllows() {
    var random = new Random(20_261_123);
    for (int i = 0; i < 20_000; i++) {
      long left = 1L + random.nextInt(7_000);
      long right = 1L + random.nextInt(60_000);
      long shared = random.nextLong(Math.min(left, right) + 1);
      long cosine = Cosine.rounded(20_000, shared, left, right);

      assertThat(fits(cosine, shared, left, right)).isTrue();
      assertThat(fits(cosine + 1, shared, left, right)).isFalse();
    }
  }

  // (2s - 1)² |A| |B| <= 1_600_000_000 t², and 0 always fits
  private static boolean fits(long s, long t, long a, long b) {
    BigInteger left =
        BigInteger.valueOf(2L * s - 1)
            .pow(2)
            .multiply(BigInteger.valueOf(a))
            .multiply(BigInteger.valueOf(b));
    BigInteger right = BigInteger.valueOf(1_600_000_000).multiply(BigInteger.valueOf(t).pow(2));
    return s == 0 || left.compareTo(right) <= 0;
  }
}
