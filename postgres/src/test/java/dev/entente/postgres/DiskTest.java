package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskTest {
  @TempDir private Path folder;

  @Test
  void fullDiskIsToldWithWhatIsFreeAndNeeded() {
    var full = new FileSystemException("/srv/data/x", null, "No space left on device");

    PostgresFailure failure = Disk.failure(folder, full);

    assertThat(failure.kind()).isEqualTo(Kind.DISK_FULL);
    assertThat(failure.arguments()).hasSize(3).first().isEqualTo(folder.toString());
    assertThat(failure).hasMessageContaining("200 MB are needed");
    assertThat(Disk.failure(folder, new IOException("No space left on device")).kind())
        .isEqualTo(Kind.DISK_FULL);
  }

  @Test
  void otherFailuresKeepTheSystemsWords() {
    var readOnly = new FileSystemException("/srv/data", null, "Read-only file system");

    assertThat(Disk.failure(folder, readOnly).arguments())
        .containsExactly(folder.toString(), "Read-only file system");
    assertThat(Disk.failure(folder, new AccessDeniedException("/srv")).arguments())
        .containsExactly("/srv");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, 6.18.44, syncfs",
    "Linux, 10.0, syncfs",
    "Linux, 5.15.0-91, fsync",
    "Mac OS X, 26.0, fsync"
  })
  void wholeFileSystemIsFlushedWhereErrorsAreSeen(String system, String version, String method) {
    assertThat(Disk.syncMethod(system, version)).isEqualTo(method);
  }

  @Test
  void treeIsDeletedButNotWhatItsLinksLeadTo() throws IOException {
    Path kept = Files.createDirectories(folder.resolve("kept/inside"));
    Path tree = Files.createDirectories(folder.resolve("tree/inside"));
    Files.createSymbolicLink(tree.resolve("link"), kept);

    Disk.delete(folder.resolve("tree"));
    Disk.delete(folder.resolve("tree"));

    assertThat(kept).exists();
    assertThat(folder.resolve("tree")).doesNotExist();
  }
}
