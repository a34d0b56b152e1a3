package dev.entente.server.reasons.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenUsageTest {
  @Test
  void countBelowZeroIsNone() {
    assertThat(new TokenUsage(Integer.MIN_VALUE, -1)).isEqualTo(new TokenUsage(0, 0));
  }
}
