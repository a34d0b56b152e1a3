package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.entente.postgres.PostgresEvent.Moved;
import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the data are, and who may enter there.
class DataFolderDatabaseTest {
  private final Heard heard = new Heard();

  @TempDir private Path temporary;
  private Path elsewhere;

  @BeforeEach
  void letPass() throws IOException {
    DataPlace.passable(temporary);
    elsewhere = temporary.toRealPath().resolve("elsewhere");
  }

  private PostgresFailure refusal(Path asked) {
    return catchThrowableOfType(
        PostgresFailure.class,
        () -> PostgresServer.start(asked, elsewhere, System::nanoTime, heard).close());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a$b", "a\"b", "a`b", "a\\b", "a\nb"})
  void nameThatAShellWouldReadIsRefusedBeforeAnythingIsMade(String name) {
    Path asked = temporary.resolve(name);

    PostgresFailure failure = refusal(asked);

    assertThat(failure.kind()).isEqualTo(Kind.FOLDER_NAME);
    assertThat(asked).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "file/data"})
  void fileIsNoFolder(String name) throws IOException {
    Path file = Files.createFile(temporary.toRealPath().resolve("file"));

    PostgresFailure failure = refusal(temporary.resolve(name));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_A_FOLDER);
    assertThat(failure.arguments()).containsExactly(file.toString());
  }

  @Test
  void folderOfSomebodyElseIsDeniedToAnOrdinaryUser() throws IOException {
    assumeTrue(!SystemAccount.weAreRoot(), "root is denied nothing");
    Path closed = Files.createDirectory(temporary.toRealPath().resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));

    PostgresFailure failure = refusal(closed.resolve("data"));

    assertThat(failure.kind()).isEqualTo(Kind.FOLDER_DENIED);
    assertThat(failure.arguments()).containsExactly(closed.resolve("data").toString());
  }

  @Test
  void dataOfRootAreElsewhereWherePostgresCannotEnter() throws Exception {
    assumeTrue(SystemAccount.weAreRoot(), "only root runs PostgreSQL as somebody else");
    Path home = Files.createDirectory(temporary.toRealPath().resolve("root"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Path asked = home.resolve("x/data");
    Path expected = elsewhere.resolve(asked.subpath(0, asked.getNameCount()));
    DataPlace.withPrograms(Files.createDirectories(expected));

    try (var server = PostgresServer.start(asked, elsewhere, System::nanoTime, heard)) {
      Query.run(server, "CREATE TABLE kept (id integer)");

      assertThat(server.folder()).isEqualTo(expected);
      assertThat(heard.next(Moved.class, Duration.ZERO).asked()).isEqualTo(asked);
      assertThat(Files.getPosixFilePermissions(expected.resolve("postgres-password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    DataPlace.passable(home);
    copiedByRoot(expected.resolve("postgres"));
    try (var server = PostgresServer.start(asked, elsewhere, System::nanoTime, heard)) {
      assertThat(Query.ask(server, "SELECT count(*) FROM kept")).isEqualTo("0");
      assertThat(home).isEmptyDirectory();
    }
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
    assertThat(refusal(asked).kind()).isEqualTo(Kind.FOLDER_CLOSED);
  }

  private static void copiedByRoot(Path cluster) {
    var line = List.of("/bin/sh", "-c", "chown -R 0:0 . && chmod -R a+rX .");
    assertThat(Command.run(cluster, line).succeeded()).isTrue();
  }

  @Test
  void rootReachesAnAccountInEachWayAndLetsItPass() throws IOException {
    assumeTrue(SystemAccount.weAreRoot(), "only root runs PostgreSQL as somebody else");
    Path folder = temporary.resolve("data");
    var account = DataFolder.open(folder, elsewhere, heard).account();

    for (List<String> prefix :
        SystemAccount.prefixes(account.name(), account.uid(), account.gid()).toList()) {
      var same = new SystemAccount(account.name(), account.uid(), account.gid(), prefix);

      assertThat(same.isReached()).as("%s", prefix).isTrue();
      assertThat(same.run(Path.of("/"), List.of("/bin/echo", "a b", "-c", "$0")).output())
          .isEqualTo("a b -c $0\n");
    }
    assertThat(account.uid()).isNotZero();
    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx--x--x"));
  }
}
