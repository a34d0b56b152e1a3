package dev.entente.inngest.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTest {
  @Test
  void offsetIsNoZoneOfACron() {
    assertThatThrownBy(() -> Trigger.cron("0 0 * * *").in(ZoneId.of("+02:00")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Europe/Paris")
        .hasMessageContaining("+02:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 * * *",
        "*/5 * * * *",
        "0,30 8-18/2 1,15 JAN-JUN mon-FRI",
        "59 23 31 12 6",
        "? * * * ?",
        "5/10 0 * * SUN"
      })
  void fiveFieldsAreACron(String expression) {
    assertThat(Trigger.cron(expression).text()).isEqualTo(expression);
  }

  @ParameterizedTest
  @CsvSource({
    "60 0 * * *,minute",
    "-1 0 * * *,minute",
    "0 24 * * *,hour",
    "0 0 0 * *,day of month",
    "0 0 32 * *,day of month",
    "0 0 * 13 *,month",
    "0 0 * * 7,day of week",
    "0 0 * * FRI-MON,day of week",
    "0 0 * FOO *,month",
    "*/0 0 * * *,minute",
    "*-5 0 * * *,minute",
    "'1,,2 0 * * *',minute",
    "'1, 0 * * *',minute",
    "x 0 * * *,minute"
  })
  void fieldThatIsWrongIsNamed(String expression, String field) {
    assertThatThrownBy(() -> Trigger.cron(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the " + field + " of a cron");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@daily", "", "0 0 * *", "0 0 0 * * *", " 0 0 * * *", "TZ=UTC 0 0 * * *"})
  void otherFormsAreNoCron(String expression) {
    assertThatThrownBy(() -> Trigger.cron(expression)).hasMessageContaining("5 fields");
  }

  @Test
  void zoneStandsBeforeTheFields() {
    assertThat(Trigger.cron("0 0 * * *").in(ZoneId.of("Europe/Paris")).text())
        .isEqualTo("TZ=Europe/Paris 0 0 * * *");
  }

  @Test
  void jitterIsFromASecondToFiveMinutes() {
    Trigger.Cron cron = Trigger.cron("0 0 * * *");

    assertThat(cron.withJitter(Duration.ofSeconds(1)).jitter()).contains(Duration.ofSeconds(1));
    assertThat(cron.withJitter(Duration.ofMinutes(5)).jitter()).contains(Duration.ofMinutes(5));
    for (Duration jitter : new Duration[] {Duration.ofMillis(999), Duration.ofSeconds(301)}) {
      assertThatThrownBy(() -> cron.withJitter(jitter)).hasMessageContaining("from 1s to 5m");
    }
  }

  @Test
  void eventHasANameOfAtMost255Characters() {
    assertThat(Trigger.event("x".repeat(255)).name()).hasSize(255);
    assertThatThrownBy(() -> Trigger.event("x".repeat(256))).hasMessageContaining("255");
    assertThatThrownBy(() -> Trigger.event(" ")).hasMessageContaining("1 to 255");
    assertThatThrownBy(() -> Trigger.event("a").when("")).hasMessageContaining("CEL");
  }
}
