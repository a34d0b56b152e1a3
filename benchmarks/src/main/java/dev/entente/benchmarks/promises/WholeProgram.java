package dev.entente.benchmarks.promises;

import dev.entente.benchmarks.peers.Folders;
import dev.entente.benchmarks.pool.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The promises about the whole program: a night from database to database and file mode, each in
/// processes that start cold.
public final class WholeProgram {
  private final Path home;
  private final Pool pool;
  private final int times;
  private final PrintStream out;

  /// @param home the project's folder, built
  /// @param times how many processes the median is of
  public WholeProgram(Path home, Pool pool, int times, PrintStream out) {
    this.home = home;
    this.pool = pool;
    this.times = times;
    this.out = out;
  }

  /// Ranks in a service that was just started, its database already filled: with the lists as they
  /// are, and with none yet.
  ///
  /// @param heap of the service, such as `1g`
  public void night(int candidates, int postings, String heap)
      throws IOException, InterruptedException, SQLException {
    Path folder = Folders.temporary("night");
    try {
      var launcher = new Launcher(home, folder, "-Xmx" + heap);
      PoolFiles files = PoolFiles.write(pool, folder, candidates, postings);
      fill(launcher, files);
      List<Duration> nights = new ArrayList<>();
      List<Duration> firstNights = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        nights.add(coldNight(launcher, _ -> {}));
        firstNights.add(coldNight(launcher, ServiceDatabase::forgetLists));
      }
      print("night, database to database", candidates, postings, heap, nights);
      print("first night, all lists new", candidates, postings, heap, firstNights);
    } finally {
      Folders.delete(folder);
    }
  }

  // Through the product's own import, so that whatever it prepares when it saves is there.
  private static void fill(Launcher launcher, PoolFiles files)
      throws IOException, InterruptedException, SQLException {
    try (var _ = RunningService.start(launcher);
        var database = ServiceDatabase.of(launcher.data())) {
      launcher.run("import", "candidates", files.candidates().toString());
      launcher.run("import", "postings", files.postings().toString());
      database.awaitLists();
    }
  }

  /// What is done to the database before a night.
  private interface Before {
    void change(ServiceDatabase database) throws SQLException;
  }

  private static Duration coldNight(Launcher launcher, Before before)
      throws IOException, InterruptedException, SQLException {
    try (var _ = RunningService.start(launcher);
        var database = ServiceDatabase.of(launcher.data())) {
      before.change(database);
      return launcher.run("run", "--wait").time();
    }
  }

  /// Ranks from files to a file.
  ///
  /// @param heap of the process, such as `1g`
  public void fileMode(int candidates, int postings, String heap)
      throws IOException, InterruptedException {
    Path folder = Folders.temporary("files");
    try {
      var launcher = new Launcher(home, folder, "-Xmx" + heap);
      PoolFiles files = PoolFiles.write(pool, folder, candidates, postings);
      List<Duration> processes = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        processes.add(coldFileMode(launcher, files));
      }
      print("file mode", candidates, postings, heap, processes);
    } finally {
      Folders.delete(folder);
    }
  }

  private static Duration coldFileMode(Launcher launcher, PoolFiles files)
      throws IOException, InterruptedException {
    return launcher
        .run(
            "match",
            "--candidates",
            files.candidates().toString(),
            "--postings",
            files.postings().toString(),
            "--as-of",
            Pool.AS_OF.toString(),
            "--out",
            launcher.folder().resolve("matchings.jsonl").toString())
        .time();
  }

  private void print(
      String work, int candidates, int postings, String heap, List<Duration> durations) {
    out.printf(
        "| %s | %,d × %,d | %s | %s |%n",
        work, candidates, postings, heap, new Durations(durations).words());
  }
}
