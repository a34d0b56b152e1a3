package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.postgres.PostgresEvent.CreatingCluster;
import dev.entente.postgres.PostgresEvent.RunsAs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server to which nothing bad happens.
class PostgresServerDatabaseTest {
  @TempDir private static Path temporary;
  private static final Heard HEARD = new Heard();
  private static Path folder;
  private static PostgresServer server;

  @BeforeAll
  static void start() throws IOException {
    folder = DataPlace.in(temporary);
    server = DataPlace.start(folder, HEARD);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void firstStartMakesTheClusterInTheFolderAskedFor() {
    List<PostgresEvent> events = HEARD.soFar();

    assertThat(server.folder()).isEqualTo(folder);
    assertThat(events).contains(new CreatingCluster(folder.resolve("postgres")));
    assertThat(events.stream().filter(RunsAs.class::isInstance))
        .hasSize(SystemAccount.weAreRoot() ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "server_version, 18.4",
    "fsync, on",
    "full_page_writes, on",
    "synchronous_commit, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''",
    "password_encryption, scram-sha-256",
    "server_encoding, UTF8",
    "log_timezone, UTC",
    "max_connections, 60"
  })
  void settingIs(String name, String value) throws SQLException {
    assertThat(Query.ask(server, "SHOW " + name)).isEqualTo(value);
  }

  @Test
  void textIsOrderedByCodePointsWhateverTheMachine() throws SQLException {
    assertThat(
            Query.ask(
                server,
                "SELECT concat(datlocprovider, datlocale) FROM pg_database"
                    + " WHERE datname = current_database()"))
        .isEqualTo("bC.UTF-8");
    assertThat(Query.ask(server, "SELECT upper('é') || ('z' < 'é')")).isEqualTo("Étrue");
  }

  @Test
  void passwordIsNeededAndReadableByUsAlone() throws IOException {
    Path file = folder.resolve("postgres-password");

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(file)).isEqualTo(server.password() + "\n").hasSizeGreaterThan(22);
    assertThatThrownBy(() -> new Database(port(), "wrong").create(folder))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageStartingWith("The password in " + file);
  }

  private static int port() {
    return Integer.parseInt(server.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
  }

  @Test
  void passwordIsInNoLogAndNoCommandLine() throws IOException {
    Stream<String> commandLines =
        ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream());

    assertThat(commandLines).noneMatch(line -> line.contains(server.password()));
    assertThat(Files.readString(folder.resolve("postgres.log")))
        .contains("ready to accept connections")
        .doesNotContain(server.password());
  }

  @Test
  void secondStartInThisProcessIsRefused() throws SQLException {
    assertThatThrownBy(() -> DataPlace.start(folder, new Heard()))
        .isInstanceOfSatisfying(
            PostgresFailure.class,
            failure ->
                assertThat(failure.text(Locale.FRENCH))
                    .contains(folder.toString())
                    .contains("processus " + ProcessHandle.current().pid()));
    assertThat(Query.ask(server, "SELECT 1")).isEqualTo("1");
  }

  @Test
  void databaseIsFoundBesideItsServerAndLeftAlone() throws IOException {
    StoredDatabase stored = StoredDatabase.find(folder).orElseThrow();

    assertThat(stored.folder()).isEqualTo(folder);
    assertThat(stored.isOfOurVersion()).isTrue();
    assertThat(stored.running())
        .contains(new StoredDatabase.Running(server.pid(), stored.running().orElseThrow().port()));
    assertThat(stored.running().orElseThrow().jdbcUrl()).isEqualTo(server.jdbcUrl());
    assertThat(stored.password()).isEqualTo(server.password());
    assertThat(stored.toString()).doesNotContain(server.password());
    assertThat(StoredDatabase.find(folder.resolve("other"))).isEmpty();
    assertThat(folder.resolve("other")).doesNotExist();
  }
}
