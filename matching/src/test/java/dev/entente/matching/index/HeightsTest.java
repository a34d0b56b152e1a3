package dev.entente.matching.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeightsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 127, 8",
    "8, 1, 8",
    "99999999, 96, 100000000",
    "100000000, 127, 100000000"
  })
  void heightHoldsTheTotalRoundedUpAndTheMark(int total, int mark, int rounded) {
    int height = Heights.of(total, mark);

    assertThat(Heights.total(height)).isEqualTo(rounded);
    assertThat(Heights.mark(height)).isEqualTo(mark);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "100000001, 0", "0, -1", "0, 128"})
  void whatHasNoRoomIsRefused(int total, int mark) {
    assertThatThrownBy(() -> Heights.of(total, mark))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got: " + total + " and " + mark);
  }
}
