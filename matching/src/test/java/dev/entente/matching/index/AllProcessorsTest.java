package dev.entente.matching.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllProcessorsTest {
  private static final int MANY = 1_000;
  private static final List<Integer> SQUARES =
      IntStream.range(0, MANY).mapToObj(i -> i * i).toList();

  @Test
  void resultsAreInOrderWhoeverAsks() {
    assertThat(AllProcessors.map(MANY, i -> i * i)).isEqualTo(SQUARES);
    assertThat(ForkJoinPool.commonPool().submit(() -> AllProcessors.map(MANY, i -> i * i)).join())
        .isEqualTo(SQUARES);
    assertThat(AllProcessors.map(3, i -> AllProcessors.map(MANY, j -> j * j)))
        .containsOnly(SQUARES)
        .hasSize(3);
  }

  @Test
  void nothingIsMadeOfNothing() {
    assertThat(AllProcessors.map(List.of(), Object::toString)).isEmpty();
  }

  @Test
  void eachIsTakenOnce() {
    Set<Integer> taken = ConcurrentHashMap.newKeySet();

    assertThat(AllProcessors.map(MANY, taken::add)).containsOnly(true);
  }

  @Test
  void exceptionsAndErrorsAreThrown() {
    assertThatThrownBy(() -> AllProcessors.map(MANY, i -> 1 / (i - 700)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(
            () ->
                AllProcessors.map(
                    1,
                    _ -> {
                      throw new OutOfMemoryError("made up");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }
}
