package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.postgres.PostgresServer;
import dev.entente.server.ops.DatabaseUrl;
import dev.entente.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server of PostgreSQL that is killed, and the service that outlives it.
class DatabaseCrashDatabaseTest {
  // As PostgreSQL does behind a crash with numbers whose commits were not on the disk.
  private static final String GIVE_OUT_OLD_NUMBERS =
      "ALTER TABLE candidate_change ALTER COLUMN transaction SET DEFAULT '3'";

  @TempDir private Path temporary;

  @Test
  void changeUnderANumberOfBeforeTheCrashIsSeen() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    try (var server = PostgresServer.start(temporary, System::nanoTime, _ -> {});
        TestService service = TestService.on(url(server), new SettableClock(TestService.NOW))) {
      service.api().store(aPosting("p"));
      service.api().store(aCandidate("c"));
      service.settle();
      service.api().rank("p");
      service.database().sql(GIVE_OUT_OLD_NUMBERS).update();

      kill(server);
      Api.until(() -> service.api().store(aCandidate("late")).status() < 300);

      assertThat(service.api().rank("p").json().get("matches")).hasSize(2);
    }
  }

  @Test
  void listThatACrashTakesBackIsMadeAgain() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    var clock = new SettableClock(TestService.NOW);
    try (var server = PostgresServer.start(temporary, System::nanoTime, _ -> {});
        TestService service = TestService.on(url(server), clock)) {
      service.database().sql("ALTER SYSTEM SET wal_writer_delay = '10s'").update();
      service.database().sql("SELECT pg_reload_conf()").query((_, _) -> true).list();
      service.api().store(aCandidate("c"));
      service.settle();
      service.api().store(aPosting("p"));
      Api.until(Duration.ofMillis(1), () -> madeAt(service).isPresent());
      clock.advance(Duration.ofHours(1));

      kill(server);

      Api.until(() -> service.api().get("/api/matching?jobPostingId=p").status() == 200);
      Api.until(() -> madeAt(service).isPresent());
      assertThat(madeAt(service)).contains(clock.instant());
    }
  }

  private static Optional<Instant> madeAt(TestService service) {
    return service
        .database()
        .sql("SELECT \"createdAt\" FROM \"CandidateMatching\"")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  private static DatabaseUrl url(PostgresServer server) {
    return new DatabaseUrl(
        server.jdbcUrl(), Optional.of(server.user()), Optional.of(server.password()));
  }

  private static void kill(PostgresServer server) {
    long pid = server.pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    Api.until(() -> server.pid() != pid);
  }
}
