package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.channels.AlertSettings;
import dev.entente.server.engine.EngineChoice;
import dev.entente.server.nights.NightSettings;
import dev.entente.server.runs.NightSchedule;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A bad night is loud, as operators, monitors and those who are told notice it.
class NightAlertsDatabaseTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Instant INSTALLED = TestService.NOW; // at midnight
  private static final Instant NIGHT = Instant.parse("2026-11-24T00:00:00Z");
  private static final Instant DEADLINE = Instant.parse("2026-11-24T06:00:00Z");
  private static final EngineChoice DEAD =
      EngineChoice.of(
          name -> Optional.of("http://127.0.0.1:1").filter(_ -> name.equals("INNGEST_DEV")));
  private static final String RUN =
      """
      INSERT INTO generation_run (id, kind, status, started_by, requested_at, started_at,
        finished_at, as_of, feedback_mean, training_mean, weights, engine_version, alias_version,
        postings_total, postings_written, postings_failed, error)
      VALUES (:id, 'ALL', :status, 'API', :start, :start, :end, :start, 5000, 5000, '{}', '1', '1',
        10, 10 - :failed, :failed, :error)
      """;
  private static final String FAILURES =
      """
      INSERT INTO generation_failure (run_id, job_posting_id, reason)
      SELECT :id, 'p-' || n, 'broken' FROM generate_series(1, :failed) AS n
      """;

  private final WebhookReceiver receiver = new WebhookReceiver();

  // No Inngest server is there, so no night begins by itself.
  private final TestService service = TestService.nightly(DEAD, alerts(receiver.url()));

  private static AlertSettings alerts(String url) {
    Map<String, String> set =
        Map.of("ENTENTE_ALERT_WEBHOOK_URL", url, "ENTENTE_ALERT_WEBHOOK_SECRET", SECRET);
    return AlertSettings.of(name -> Optional.ofNullable(set.get(name)), Locale.ENGLISH);
  }

  @AfterEach
  void stop() {
    service.close();
    receiver.close();
  }

  /// Records a run that took a minute.
  private UUID run(String status, Instant start, int failed) {
    UUID id = UUID.randomUUID();
    JdbcClient database = service.database();
    database
        .sql(RUN)
        .param("id", id)
        .param("status", status)
        .param("start", Timestamp.from(start))
        .param("end", Timestamp.from(start.plusSeconds(60)))
        .param("failed", failed)
        .param("error", status.equals("COMPLETED") ? null : "OutOfMemoryError")
        .update();
    database.sql(FAILURES).param("id", id).param("failed", failed).update();
    return id;
  }

  private JsonNode night() {
    return nightOf(service);
  }

  private static JsonNode nightOf(TestService service) {
    return service.api().get("/api/night").json();
  }

  private String status() {
    return night().get("status").stringValue();
  }

  private String health() {
    Api.Answer answer = service.api().get("/health");
    JsonNode night = answer.json().get("components").get("night");
    return answer.status() + " " + night.path("description").stringValue("");
  }

  private List<String> probes() {
    return List.of(
        String.valueOf(service.api().get("/health/liveness").status()),
        String.valueOf(service.api().get("/health/readiness").status()));
  }

  /// How the first alert goes out.
  private JsonNode delivery() {
    JsonNode alerts = night().get("alerts");
    return alerts.get(alerts.size() - 1).get("deliveries").get(0);
  }

  private boolean hasFailed(int attempt) {
    return night().get("alerts").size() > 0
        && delivery().get("attempts").intValue() == attempt
        && delivery().hasNonNull("error");
  }

  private String state() {
    return delivery().get("state").stringValue();
  }

  @Test
  void freshInstallationIsGreenUntilItsFirstNightIsMissed() {
    service.clock.set(INSTALLED.plus(Duration.ofHours(12)));
    assertThat(status()).isEqualTo("AWAITED");
    assertThat(health()).isEqualTo("200 ");
    service.clock.set(DEADLINE.minusSeconds(1));
    assertThat(health()).isEqualTo("200 ");

    service.clock.set(DEADLINE);

    assertThat(health()).isEqualTo("503 night-missed");
    assertThat(service.api().get("/health").json().get("status").stringValue()).isEqualTo("DOWN");
    assertThat(probes()).containsExactly("200", "200");
    receiver.await(1);
    assertThat(receiver.types()).containsExactly("night.missed");
    JsonNode data = receiver.calls().getFirst().data();
    assertThat(data.get("night").stringValue()).isEqualTo("2026-11-24");
    assertThat(data.get("startsAt").stringValue()).isEqualTo("2026-11-24T00:00:00Z");
    assertThat(data.get("deadline").stringValue()).isEqualTo("2026-11-24T06:00:00Z");
    assertThat(data.get("run").isNull()).isTrue();
    assertThat(data.get("url").stringValue()).isEqualTo("/api/runs");
    assertThat(night().get("sentence").stringValue()).contains("was not completed by");
  }

  @Test
  void failedNightIsRedUntilALaterOneIsCompleted() {
    service.clock.set(NIGHT.plusSeconds(120));
    UUID failed = run("FAILED", NIGHT, 0);

    assertThat(health()).isEqualTo("503 night-failed");
    receiver.await(1);
    JsonNode told = receiver.calls().getFirst().data().get("run");
    assertThat(told.get("id").stringValue()).isEqualTo(failed.toString());
    assertThat(told.get("error").stringValue()).isEqualTo("OutOfMemoryError");
    service.clock.set(DEADLINE.plusSeconds(1));
    assertThat(health()).isEqualTo("503 night-failed");

    run("COMPLETED", DEADLINE, 0);

    assertThat(health()).isEqualTo("200 ");
    receiver.await(2);
    assertThat(receiver.types()).containsExactly("night.failed", "night.recovered");
    assertThat(status()).isEqualTo("FINE");
  }

  @Test
  void nightThatLeftPostingsOutIsToldWithTheirIdsAndKeepsHealthGreen() {
    service.clock.set(NIGHT.plusSeconds(120));
    run("COMPLETED", NIGHT, 3);

    receiver.await(1);

    assertThat(receiver.types()).containsExactly("night.incomplete");
    JsonNode run = receiver.calls().getFirst().data().get("run");
    assertThat(run.get("postings").toString())
        .isEqualTo("{\"total\":10,\"written\":7,\"failed\":3}");
    assertThat(run.get("failedPostings").toString()).isEqualTo("[\"p-1\",\"p-2\",\"p-3\"]");
    assertThat(health()).isEqualTo("200 ");
    assertThat(status()).isEqualTo("PARTIAL");
  }

  @Test
  void cancelledRunNeitherFailsNorCompletesANight() {
    service.clock.set(NIGHT.plusSeconds(120));
    run("CANCELLED", NIGHT, 0);
    assertThat(health()).isEqualTo("200 ");

    service.clock.set(DEADLINE);

    assertThat(health()).isEqualTo("503 night-missed");
  }

  @Test
  void nightThatTheEngineRunsIsFine() {
    try (TestService alive =
        TestService.nightly(EngineChoice.EMBEDDED, AlertSettings.none(Locale.ENGLISH))) {
      alive.clock.set(NIGHT.plusSeconds(1));
      Api.until(
          () -> {
            alive.clock.advance(Duration.ofSeconds(1)); // the engine looks by the clock
            return nightOf(alive).get("status").stringValue().equals("FINE");
          });
      alive.clock.set(DEADLINE);

      assertThat(alive.api().get("/health").status()).isEqualTo(200);
      assertThat(nightOf(alive).get("night").stringValue()).isEqualTo("2026-11-24");
      assertThat(nightOf(alive).get("next").stringValue()).isEqualTo("2026-11-25T00:00:00Z");
    }
  }

  @Test
  void twoServicesTellOnce() {
    try (TestService twin = service.twin()) {
      for (int day = 0; day < 2; day++) {
        Instant deadline = DEADLINE.plus(Duration.ofDays(day));
        service.clock.set(deadline);
        twin.clock.set(deadline);
        receiver.await(2 * day + 1);
        run("COMPLETED", deadline, 0);
        receiver.await(2 * day + 2);
      }
    }

    assertThat(receiver.types())
        .containsExactly("night.missed", "night.recovered", "night.missed", "night.recovered");
    assertThat(receiver.calls()).extracting(WebhookReceiver.Call::id).doesNotHaveDuplicates();
  }

  @Test
  void receiverThatFailsTenTimesIsGivenUp() {
    receiver.answer(500);
    service.clock.set(DEADLINE);
    Api.until(() -> hasFailed(1));
    assertThat(state()).isEqualTo("PENDING");
    service.database().sql("UPDATE alert_delivery SET attempts = 9").update();

    service.clock.set(Instant.parse(delivery().get("nextAttemptAt").stringValue()));

    Api.until(() -> state().equals("GIVEN_UP"));
    assertThat(delivery().get("attempts").intValue()).isEqualTo(10);
    assertThat(delivery().get("error").stringValue()).isEqualTo("HTTP 500");
    assertThat(receiver.calls()).hasSize(2);
  }

  @Test
  void instanceThatDiedInTheLastAttemptLeavesNothingPending() {
    receiver.answer(500);
    service.clock.set(DEADLINE);
    Api.until(() -> hasFailed(1));
    service.database().sql("UPDATE alert_delivery SET attempts = 10").update();

    service.clock.set(Instant.parse(delivery().get("nextAttemptAt").stringValue()));

    Api.until(() -> state().equals("GIVEN_UP"));
    assertThat(receiver.calls()).hasSize(1);
  }

  @Test
  void otherHourIsExpectedFromItsFirstNightOn() {
    service.clock.set(DEADLINE);
    run("COMPLETED", NIGHT, 0);
    Instant noon = NIGHT.plus(Duration.ofHours(12));
    var nine = new NightSchedule(Optional.of(9), ZoneId.of("UTC"));

    try (TestService other = service.twin(new NightSettings(nine, Duration.ofHours(1)), noon)) {
      assertThat(other.api().get("/health").status()).isEqualTo(200);
      other.clock.set(Instant.parse("2026-11-25T09:59:59Z"));
      assertThat(other.api().get("/health").status()).isEqualTo(200);
      other.clock.set(Instant.parse("2026-11-25T10:00:00Z"));
      assertThat(other.api().get("/health").status()).isEqualTo(503);
    }
  }

  @Test
  void receiverThatIsMendedIsTold() {
    receiver.answer(503);
    service.clock.set(DEADLINE);
    receiver.await(1);
    Api.until(() -> hasFailed(1));
    assertThat(delivery().get("error").stringValue()).isEqualTo("HTTP 503");

    receiver.answer(200);
    service.clock.advance(Duration.ofMinutes(2));

    Api.until(() -> state().equals("SENT"));
    assertThat(delivery().get("attempts").intValue()).isEqualTo(2);
    assertThat(receiver.calls()).extracting(WebhookReceiver.Call::id).hasSize(2);
    assertThat(receiver.calls().getFirst().id()).isEqualTo(receiver.calls().getLast().id());
  }

  @Test
  void receiverThatWantsNoMoreGetsNoMoreAndNothingSecretIsLogged() {
    receiver.answer(410);
    String log =
        Log.during(
            () -> {
              service.clock.set(DEADLINE);
              Api.until(() -> night().get("alerts").size() == 1 && state().equals("GONE"));
              run("COMPLETED", DEADLINE, 0);
              Api.until(() -> night().get("alerts").size() == 2);
            });

    assertThat(night().get("alerts").get(0).get("deliveries").size()).isZero();
    assertThat(receiver.types()).containsExactly("night.missed");
    assertThat(log)
        .contains("night.missed")
        .contains("alerts stop on this channel until the service starts again")
        .doesNotContain("s3cret")
        .doesNotContain(SECRET)
        .doesNotContain(SECRET.substring("whsec_".length()));
  }
}
