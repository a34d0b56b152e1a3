package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.postgres.PostgresEvent.Died;
import dev.entente.postgres.PostgresEvent.OrphanStopped;
import dev.entente.postgres.PostgresEvent.Restarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a server when it, or its owner, is killed.
class PostgresDeathDatabaseTest {
  private static final Duration BACK = Duration.ofSeconds(10);

  @TempDir private static Path temporary;
  private static Path folder;

  private final Heard heard = new Heard();

  @BeforeAll
  static void createCluster() throws IOException, SQLException {
    folder = DataPlace.in(temporary);
    try (var server = DataPlace.start(folder, new Heard())) {
      Query.run(server, "CREATE TABLE kept (id integer)");
    }
  }

  @Test
  void killedServerIsBackWithinTenSecondsWithWhatWasCommitted() throws Exception {
    try (var server = DataPlace.start(folder, heard)) {
      long first = server.pid();
      Query.run(server, "INSERT INTO kept VALUES (17)");
      Files.delete(folder.resolve("postgres.log")); // as one may who wants room

      kill(first);
      Restarted restarted = heard.next(Restarted.class, BACK);

      assertThat(Query.ask(server, "SELECT count(*) FROM kept WHERE id = 17")).isEqualTo("1");
      assertThat(restarted.pid()).isEqualTo(server.pid()).isNotEqualTo(first);
      assertThat(restarted.duration()).isBetween(Duration.ofMillis(1), BACK);
    }
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  @Test
  void deathIsToldOnceAndEachTime() throws Exception {
    try (var server = DataPlace.start(folder, heard)) {
      for (int deaths = 0; deaths < 2; deaths++) {
        long pid = server.pid();
        kill(pid);

        assertThat(heard.next(Died.class, BACK)).isEqualTo(new Died(pid));
        assertThat(heard.next(Restarted.class, BACK).pid()).isNotEqualTo(pid);
      }
    }
  }

  @Test
  void busyQueryOfADeadServerDoesNotHoldUpTheNext() throws Exception {
    try (var server = DataPlace.start(folder, heard)) {
      var query = "SELECT sum(i) FROM (SELECT generate_series(1, 100000000000) i) x";
      var busy = Thread.startVirtualThread(() -> ignore(server, query));
      awaitBusy(server);

      kill(server.pid());
      heard.next(Restarted.class, BACK);

      assertThat(Query.ask(server, "SELECT 1")).isEqualTo("1");
      assertThat(busy.join(BACK)).isTrue();
    }
  }

  private static void awaitBusy(PostgresServer server) throws SQLException {
    var others =
        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()";
    for (int looks = 0; looks < 1_000; looks++) {
      if (Query.ask(server, others).equals("1")) {
        return;
      }
    }
    throw new AssertionError("the query does not run");
  }

  private static void ignore(PostgresServer server, String sql) {
    try (Connection connection = Query.connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      return; // the server is killed
    }
  }

  @Test
  void closeRightBehindADeathLeavesNothingRunning() throws Exception {
    var server = DataPlace.start(folder, heard);
    kill(server.pid());
    heard.next(Died.class, BACK);

    Thread.currentThread().interrupt();
    server.close();
    boolean wasInterrupted = Thread.interrupted();
    server.close();

    assertThat(wasInterrupted).isTrue();
    assertThat(postmaster().clear()).isEmpty();
    DataPlace.start(folder, new Heard()).close();
  }

  private static Postmaster postmaster() throws IOException {
    var place = DataFolder.open(folder, temporary, new Heard());
    return new Postmaster(place, Binaries.unpacked(place, new Heard()));
  }

  @Test
  void serverWhoseOwnerIsGoneIsStoppedFirst() throws Exception {
    var orphan = postmaster();
    orphan.configure();
    orphan.start(PostgresServer.freePort());
    assertThat(orphan.isRunning()).isTrue();

    try (var server = DataPlace.start(folder, heard)) {
      assertThat(heard.next(OrphanStopped.class, BACK)).isEqualTo(new OrphanStopped(orphan.pid()));
      assertThat(server.pid()).isNotEqualTo(orphan.pid());
      assertThat(Query.ask(server, "SELECT 1")).isEqualTo("1");
    }
    assertThat(orphan.isRunning()).isFalse();
  }

  @Test
  void noteOfAnotherProcessHarmsNobody() throws Exception {
    var account = DataFolder.open(folder, temporary, new Heard()).account();
    Process other = bystander(account);
    long pid = other.children().findFirst().map(ProcessHandle::pid).orElse(other.pid());
    Path note = folder.resolve("postgres/postmaster.pid");
    Files.writeString(note, pid + "\n" + folder.resolve("postgres") + "\n1\n5432\n\n\n0 0\n");
    account.own(note);

    try (var server = DataPlace.start(folder, heard)) {
      assertThat(Query.ask(server, "SELECT 1")).isEqualTo("1");
      assertThat(heard.soFar()).noneMatch(OrphanStopped.class::isInstance);
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroy();
    }
  }

  // of the account that PostgreSQL runs as, so that it could be killed
  private static Process bystander(SystemAccount account) throws IOException {
    var line = Stream.concat(account.prefix().stream(), Stream.of("/bin/sleep", "60")).toList();
    return new ProcessBuilder(line).start();
  }
}
