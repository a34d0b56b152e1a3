package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// One setting is changed, and the others stay.
final class EngineSettingsTest {
  private static final EngineSettings USUAL = EngineSettings.usual();

  @Test
  void eachSettingIsChangedAlone() {
    EngineSettings changed =
        USUAL.withThreads(4).named("night-shift").withPatience(Duration.ofMinutes(2));

    assertThat(changed.workers())
        .isEqualTo(
            USUAL
                .workers()
                .withThreads(4)
                .named("night-shift")
                .withPatience(Duration.ofMinutes(2)));
    assertThat(changed.workers().threads()).isEqualTo(4);
    assertThat(changed.workers().instance()).isEqualTo("night-shift");
    assertThat(changed.workers().patience()).isEqualTo(Duration.ofMinutes(2));
    assertThat(changed.workers().polling()).isEqualTo(USUAL.workers().polling());
    assertThat(changed.with(USUAL.workers())).isEqualTo(USUAL);
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThatThrownBy(() -> USUAL.withThreads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an engine has at least 1 thread, got: 0");
    assertThatThrownBy(() -> USUAL.named(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> USUAL.withPatience(Duration.ofMinutes(61)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an engine that is stopped waits 0 to 1 h, got: PT1H1M");
  }
}
