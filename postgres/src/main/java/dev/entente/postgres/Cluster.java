package dev.entente.postgres;

import dev.entente.postgres.Command.Outcome;
import dev.entente.postgres.PostgresEvent.CreatingCluster;
import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The files of the database, and the password of its one user.
///
/// @param programs the folder of initdb and postgres
record Cluster(DataFolder place, Path programs) {
  static final String USER = "entente";

  private static final int PASSWORD_BYTES = 24;
  private static final FileAttribute<?> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNERS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  static Path path(Path folder) {
    return folder.resolve("postgres");
  }

  static boolean isIn(Path folder) {
    return Files.exists(versionFile(folder));
  }

  private static Path versionFile(Path folder) {
    return path(folder).resolve("PG_VERSION");
  }

  /// The major version of PostgreSQL that made the cluster.
  static String version(Path folder) throws IOException {
    return line(versionFile(folder));
  }

  static Path password(Path folder) {
    return folder.resolve("postgres-password");
  }

  /// Makes sure that what is there can be served by our programs; touches nothing.
  ///
  /// @throws PostgresFailure WRONG_VERSION, or NOT_A_CLUSTER if something else has its name
  static void requireUsable(Path folder) throws IOException {
    if (isIn(folder)) {
      String found = version(folder);
      if (!found.equals(Binaries.MAJOR_VERSION)) {
        throw PostgresFailure.of(Kind.WRONG_VERSION, path(folder), found, Binaries.MAJOR_VERSION);
      }
    } else if (Files.exists(path(folder))) {
      throw PostgresFailure.of(Kind.NOT_A_CLUSTER, path(folder));
    }
  }

  static String line(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.findFirst().orElse("");
    }
  }

  /// Makes the cluster if there is none, whole or not at all, and a new password if there is none.
  /// No server may run on it.
  ///
  /// @return the password
  /// @throws PostgresFailure INIT_FAILED, or DISK_FULL
  String prepared(PostgresListener listener) throws IOException {
    Path folder = place.path();
    if (!isIn(folder)) {
      listener.happened(new CreatingCluster(path(folder)));
      create(newPassword());
    }
    closeToOthers();
    if (Files.notExists(password(folder))) {
      reset(newPassword());
    }
    return line(password(folder));
  }

  // PostgreSQL refuses what root copied here, or a chmod of the folder opened to others.
  private void closeToOthers() throws IOException {
    Path cluster = path(place.path());
    if (!place.account().isOurOwn() && !place.account().owns(cluster)) {
      try (Stream<Path> files = Files.walk(cluster)) {
        for (Path file : files.toList()) {
          place.account().own(file);
        }
      }
    }
    Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
  }

  private static String newPassword() {
    var random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private void create(String password) throws IOException {
    Path partial = place.path().resolve("postgres.partial");
    Disk.delete(partial);
    try {
      Files.createDirectory(partial, OWNERS_ALONE);
      Path secret = partial.resolve("password");
      Files.createFile(secret, OURS_ALONE);
      Files.writeString(secret, password + "\n");
      place.account().own(secret);
      place.account().own(partial);
      initdb(partial, secret);
      keep(password);
      Files.move(path(partial), path(place.path()), StandardCopyOption.ATOMIC_MOVE);
      Disk.force(place.path());
    } finally {
      Disk.delete(partial);
    }
  }

  private void initdb(Path partial, Path secret) {
    var line =
        List.of(
            programs.resolve("initdb").toString(),
            "--pgdata=" + path(partial),
            "--username=" + USER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--sync-method=" + Disk.syncMethod(),
            "--no-instructions");
    requireDone(place.account().run(partial, line));
  }

  private void requireDone(Outcome outcome) {
    if (!outcome.succeeded() && Disk.isFull(place.path(), outcome.output())) {
      throw Disk.full(place.path());
    }
    if (!outcome.succeeded()) {
      throw PostgresFailure.of(
          Kind.INIT_FAILED, place.path(), ServerLog.lastLines(outcome.output()));
    }
  }

  private void keep(String password) throws IOException {
    Path kept = password(place.path());
    Path partial = kept.resolveSibling(kept.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    Files.createFile(partial, OURS_ALONE);
    Files.writeString(partial, password + "\n");
    Disk.force(partial);
    Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE);
    Disk.force(place.path());
  }

  // Single-user mode asks for no password. The statement is read as standard input, which we open:
  // neither a list of processes nor the account can see it.
  private void reset(String password) throws IOException {
    Path statement = place.path().resolve("postgres-password.sql");
    Files.deleteIfExists(statement);
    try {
      Files.createFile(statement, OURS_ALONE);
      Files.writeString(
          statement, String.format(Locale.ROOT, "ALTER ROLE %s PASSWORD '%s'%n", USER, password));
      var line =
          List.of(
              programs.resolve("postgres").toString(),
              "--single",
              "-D",
              path(place.path()).toString(),
              "postgres");
      requireDone(place.account().run(place.path(), statement, line));
      keep(password);
    } finally {
      Files.deleteIfExists(statement);
    }
  }
}
