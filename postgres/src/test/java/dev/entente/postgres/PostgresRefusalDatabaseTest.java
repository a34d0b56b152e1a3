package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a server cannot be started, and what is left then.
class PostgresRefusalDatabaseTest {
  @TempDir private static Path temporary;
  private static Path made;

  @TempDir private Path empty;

  @BeforeAll
  static void createCluster() throws IOException {
    made = DataPlace.in(temporary);
    DataPlace.start(made, new Heard()).close();
  }

  private static PostgresFailure refusal(Path folder) {
    return catchThrowableOfType(
        PostgresFailure.class, () -> DataPlace.start(folder, new Heard()).close());
  }

  @Test
  void clusterOfAnotherMajorVersionIsNotTouched() throws IOException {
    Path folder = DataPlace.in(empty);
    Path version = folder.resolve("postgres/PG_VERSION");
    Files.createDirectory(version.resolveSibling(""));
    Files.writeString(version, "17\n");

    PostgresFailure failure = refusal(folder);

    assertThat(failure.kind()).isEqualTo(Kind.WRONG_VERSION);
    assertThat(failure).hasMessageContaining("PostgreSQL 17").hasMessageContaining("PostgreSQL 18");
    assertThat(tree(folder.resolve("postgres"))).containsExactly("", "PG_VERSION");
  }

  private static List<String> tree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }

  @Test
  void somethingElseOfThatNameIsNotTouched() throws IOException {
    Path folder = DataPlace.in(empty);
    Files.createDirectory(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/mine.txt"), "mine");

    PostgresFailure failure = refusal(folder);

    assertThat(failure.kind()).isEqualTo(Kind.NOT_A_CLUSTER);
    assertThat(folder.resolve("postgres/mine.txt")).hasContent("mine");
  }

  @Test
  void damagedClusterIsRefusedInPostgresOwnWords() throws IOException {
    Path needed = made.resolve("postgres/global/pg_control");
    Path away = Files.move(needed, made.resolve("pg_control"));

    PostgresFailure failure = refusal(made);
    Files.move(away, needed);

    assertThat(failure.kind()).isEqualTo(Kind.START_FAILED);
    assertThat(failure.text(Locale.FRENCH))
        .startsWith("PostgreSQL ne démarre pas")
        .contains(made.resolve("postgres.log").toString())
        .contains("could not find the database system");
    assertThat(failure.text(Locale.ENGLISH).lines()).hasSizeBetween(2, 6);
  }

  @Test
  void portOfAnotherProgramIsNamed() throws IOException {
    var place = DataFolder.open(made, temporary, new Heard());
    var postmaster = new Postmaster(place, Binaries.unpacked(place, new Heard()));
    postmaster.configure();

    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var failure =
          catchThrowableOfType(PostgresFailure.class, () -> postmaster.start(taken.getLocalPort()));

      assertThat(failure.kind()).isEqualTo(Kind.PORT_TAKEN);
      assertThat(failure.arguments()).containsExactly(String.valueOf(taken.getLocalPort()));
    }
  }

  @Test
  void wrongPasswordIsRefusedAndAMissingOneReplaced() throws Exception {
    Path password = made.resolve("postgres-password");

    Files.writeString(password, "another\n");
    PostgresFailure failure = refusal(made);
    Files.delete(password);

    assertThat(failure.kind()).isEqualTo(Kind.PASSWORD_WRONG);
    try (var server = DataPlace.start(made, new Heard())) {
      assertThat(Query.ask(server, "SELECT 1")).isEqualTo("1");
      assertThat(server.password()).hasSizeGreaterThan(22);
    }
    assertThat(tree(made)).doesNotContain("postgres-password.sql");
  }

  @Test
  void halfMadeClusterIsMadeAnew() throws Exception {
    Path folder = DataPlace.in(empty);
    Files.createDirectories(folder.resolve("postgres.partial/postgres/base"));
    Files.writeString(folder.resolve("postgres.partial/postgres/PG_VERSION"), "18\n");
    Files.createDirectory(folder.resolve("postgresql-18.4.0.partial"));

    try (var server = DataPlace.start(folder, new Heard())) {
      assertThat(Query.ask(server, "SELECT 1")).isEqualTo("1");
    }
    assertThat(folder.resolve("postgres.partial")).doesNotExist();
  }
}
