package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  private static final SystemAccount OURS =
      new SystemAccount("us", (int) new UnixSystem().getUid(), 0, List.of());

  @TempDir private Path folder;

  @Test
  void longLogIsSetAsideAtAStart() throws IOException {
    Path file = folder.resolve("postgres.log");
    Files.write(file, new byte[10_000_001]);

    new ServerLog(folder).prepare(OURS);

    assertThat(file).isEmptyFile();
    assertThat(folder.resolve("postgres.log.old")).hasSize(10_000_001);
  }

  @Test
  void logIsKeptAndOnlyWhatIsNewIsQuoted() throws IOException {
    var log = new ServerLog(folder);
    log.prepare(OURS);
    Files.writeString(log.file(), "old\n");
    long size = log.size();

    log.prepare(OURS);
    Files.writeString(log.file(), "new\n", StandardOpenOption.APPEND);

    assertThat(log.since(size)).isEqualTo("new\n");
    assertThat(log.since(0)).isEqualTo("old\nnew\n");
  }
}
