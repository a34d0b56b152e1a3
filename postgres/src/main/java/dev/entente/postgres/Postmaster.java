package dev.entente.postgres;

import dev.entente.postgres.Command.Outcome;
import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The server process of a folder, started and stopped by pg_ctl; for the owner of the folder only.
final class Postmaster {
  private static final int MOST_TRIES = 40;
  private static final long PAUSE_MILLISECONDS = 250;
  // After a crash the server reads its log again before it answers: minutes, on a slow disk.
  private static final String START_SECONDS = "3600";
  private static final String STOP_SECONDS = "60";
  private static final Pattern PASSING =
      Pattern.compile("pre-existing shared memory block|lock file \"postmaster.pid\"");
  private static final Pattern PORT_TAKEN = Pattern.compile("could not bind IPv4 address");

  /* A server that was killed leaves processes that answer queries; busy ones do not notice for as
   * long as their query takes, and keep the next server from starting. An owner that was killed may
   * leave a program at work. They are recognised by the program they run, which is of this folder
   * alone. The account looks, since root in a container may not, and can hit nobody else's
   * processes. Where there is no /proc nothing is found. */
  private static final String END_STRAYS =
      """
      for program in pg_ctl initdb postgres; do
        for process in /proc/[0-9]*; do
          [ "$process/exe" -ef "$0/$program" ] &&
            [ "$(readlink "$process/exe")" = "$0/$program" ] && kill -9 "${process#/proc/}"
        done
      done
      """;

  private final DataFolder place;
  private final Path programs;
  private final Path cluster;
  private final Path note;
  private final ServerLog log;
  private final Pattern ourServer;
  private volatile long pid;

  Postmaster(DataFolder place, Path programs) {
    this.place = place;
    this.programs = programs;
    cluster = Cluster.path(place.path());
    note = cluster.resolve("postmaster.pid");
    log = new ServerLog(place.path());
    ourServer = serverOf(place.path());
  }

  /// The command lines of servers that were started in a folder.
  private static Pattern serverOf(Path folder) {
    return Pattern.compile(
        Pattern.quote(composed(folder + "/postgresql-"))
            + "[^/]+/bin/postgres( \\(deleted\\))? -D .*",
        Pattern.DOTALL);
  }

  /// Tells whether a process is a server that was started in a folder.
  static boolean isServerOf(Path folder, long pid) {
    return serverOf(folder).matcher(commandLine(pid)).matches();
  }

  Path folder() {
    return place.path();
  }

  /// Writes the settings that every start reads.
  void configure() throws IOException {
    Path settings = place.path().resolve("postgres.conf");
    try (InputStream ours = Postmaster.class.getResourceAsStream("postgres.conf")) {
      Files.copy(Objects.requireNonNull(ours), settings, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(
        settings,
        "\nrecovery_init_sync_method = " + Disk.syncMethod() + "\n",
        StandardOpenOption.APPEND);
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
  }

  /// The process of the server that was started last.
  long pid() {
    return pid;
  }

  /// Tells whether the server that was started last still runs.
  boolean isRunning() {
    return isOurs(pid);
  }

  // One that ended and was not yet buried has no command line.
  private boolean isOurs(long pid) {
    return ourServer.matcher(commandLine(pid)).matches();
  }

  private static String commandLine(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .map(Postmaster::composed)
        .orElse("");
  }

  // macOS gives a letter and its accent now as one character, now as two.
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private OptionalLong running() throws IOException {
    return noted().stream().filter(this::isOurs).findFirst();
  }

  // It may go while we look.
  private OptionalLong noted() throws IOException {
    try {
      String first =
          Files.readString(note, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
      return first.matches("\\d{1,18}")
          ? OptionalLong.of(Long.parseLong(first))
          : OptionalLong.empty();
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  /// Starts the server and waits until it takes connections.
  ///
  /// @throws PostgresFailure PORT_TAKEN, DISK_FULL or START_FAILED
  void start(int port) throws IOException {
    for (int tries = 1; ; tries++) {
      clear();
      log.prepare(place.account());
      long size = log.size();
      Outcome outcome =
          control(
              "start",
              "--wait",
              "--timeout=" + START_SECONDS,
              "--log=" + log.file(),
              "--options=-c config_file=postgres.conf -p " + port);
      OptionalLong running = running();
      if (outcome.succeeded() && running.isPresent()) {
        pid = running.getAsLong();
        return;
      }
      String said = log.since(size);
      if (!PASSING.matcher(said).find() || tries == MOST_TRIES || !pause()) {
        throw failure(said.isEmpty() ? outcome.output() : said, port);
      }
    }
  }

  private Outcome control(String... arguments) {
    var control = List.of(programs.resolve("pg_ctl").toString(), "--pgdata=" + cluster);
    List<String> line = Stream.concat(control.stream(), Stream.of(arguments)).toList();
    return place.account().run(place.path(), line);
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private PostgresFailure failure(String said, int port) {
    if (PORT_TAKEN.matcher(said).find()) {
      return PostgresFailure.of(Kind.PORT_TAKEN, port);
    }
    return Disk.isFull(place.path(), said)
        ? Disk.full(place.path())
        : PostgresFailure.of(Kind.START_FAILED, log.file(), ServerLog.lastLines(said));
  }

  /// Ends whatever runs on the cluster, as kindly as it lets us, and takes away the note of a
  /// server that is gone: its number may be another process's, and PostgreSQL would wait for that.
  ///
  /// @return the server that was stopped, if there was one
  OptionalLong clear() throws IOException {
    OptionalLong running = running();
    if (running.isPresent()) {
      stop();
    }
    var endStrays = List.of("/bin/sh", "-c", END_STRAYS, programs.toString());
    var _ = place.account().run(place.path(), endStrays);
    if (noted().stream().noneMatch(this::mayServeCluster)) {
      Files.deleteIfExists(note);
    }
    return running;
  }

  private boolean mayServeCluster(long pid) {
    return commandLine(pid).contains(composed(cluster.toString()));
  }

  // The second way loses nothing either: the next start reads the log again.
  private void stop() {
    String timeout = "--timeout=" + STOP_SECONDS;
    if (!control("stop", "--wait", timeout, "--mode=fast").succeeded()) {
      var _ = control("stop", "--wait", timeout, "--mode=immediate");
    }
  }
}
