package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  private static final String OTHER_OWNER =
      """
      import java.nio.channels.FileChannel;
      import java.nio.file.*;

      class OtherOwner {
        public static void main(String[] args) throws Exception {
          var channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
          channel.lock();
          System.out.println("locked");
          System.in.read();
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void lockIsHeldOnceAndFreeAfterwards() throws IOException {
    try (var _ = FolderLock.take(folder)) {
      assertInUse(ProcessHandle.current().pid());
      assertInUse(ProcessHandle.current().pid());
    }

    FolderLock.take(folder).close();
  }

  private void assertInUse(long pid) {
    assertThatThrownBy(() -> FolderLock.take(folder))
        .isInstanceOfSatisfying(
            PostgresFailure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.IN_USE);
              assertThat(failure.arguments())
                  .containsExactly(folder.toString(), String.valueOf(pid));
            });
  }

  @Test
  void lockOfAnotherProcessIsRespectedUntilThatIsKilled() throws Exception {
    Path lock = Files.writeString(folder.resolve("lock"), "4711\n");
    Path program = Files.writeString(folder.resolve("OtherOwner.java"), OTHER_OWNER);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process other =
        new ProcessBuilder(List.of(java.toString(), program.toString(), lock.toString()))
            .redirectError(Redirect.INHERIT)
            .start();
    assertThat(other.inputReader().readLine()).isEqualTo("locked");

    assertInUse(4711);
    other.destroyForcibly().waitFor();

    FolderLock.take(folder).close();
    assertThat(lock).hasContent(String.valueOf(ProcessHandle.current().pid()));
  }
}
