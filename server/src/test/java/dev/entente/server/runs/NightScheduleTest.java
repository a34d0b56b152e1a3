package dev.entente.server.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NightScheduleTest {
  private static NightSchedule of(Map<String, String> variables) {
    return NightSchedule.of(name -> Optional.ofNullable(variables.get(name)));
  }

  @Test
  void withoutSettingsItIsMidnightUtc() {
    NightSchedule night = of(Map.of());

    assertThat(night).isEqualTo(NightSchedule.USUAL);
    assertThat(night.hour()).contains(0);
    assertThat(night.isInUtc()).isTrue();
  }

  @Test
  void hourAndZoneAreSet() {
    NightSchedule night =
        of(Map.of("ENTENTE_NIGHT_HOUR", "23", "ENTENTE_NIGHT_ZONE", "Europe/Paris"));

    assertThat(night.hour()).contains(23);
    assertThat(night.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(night.isInUtc()).isFalse();
    assertThat(of(Map.of("ENTENTE_NIGHT_HOUR", "none")).hour()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"24", "-1", "1.5", "midnight", "100", "1h", " 1"})
  void otherHoursAreNamed(String hour) {
    assertThatThrownBy(() -> of(Map.of("ENTENTE_NIGHT_HOUR", hour)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ENTENTE_NIGHT_HOUR")
        .hasMessageContaining("from 0 to 23");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Paris", "+01:00", "UTC+1", "Europe/Atlantis"})
  void otherZonesAreNamed(String zone) {
    assertThatThrownBy(() -> of(Map.of("ENTENTE_NIGHT_ZONE", zone)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ENTENTE_NIGHT_ZONE")
        .hasMessageContaining("such as Europe/Paris");
  }
}
