package dev.entente.postgres;

import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the file system refuses, and how to say it; and trees of files on it.
final class Disk {
  /// The programs take 60 MB and an empty cluster 40; PostgreSQL without room for its log stops.
  static final long NEEDED_MEGABYTES = 200;

  // a segment of PostgreSQL's log
  private static final long LEAST_MEGABYTES = 17;
  private static final int MEGABYTE = 1_000_000;
  private static final Pattern FULL =
      Pattern.compile("No space left on device|Disk quota exceeded");

  private Disk() {}

  /// @throws PostgresFailure DISK_FULL if less than [#NEEDED_MEGABYTES] are free
  static void requireRoom(Path folder) {
    if (freeMegabytes(folder) < NEEDED_MEGABYTES) {
      throw full(folder);
    }
  }

  /// Tells whether a program failed because the disk is full; its words may not have found room.
  static boolean isFull(Path folder, String words) {
    return saysFull(words) || freeMegabytes(folder) < LEAST_MEGABYTES;
  }

  static boolean saysFull(String words) {
    return FULL.matcher(words).find();
  }

  static PostgresFailure full(Path folder) {
    return PostgresFailure.of(Kind.DISK_FULL, folder, freeMegabytes(folder), NEEDED_MEGABYTES);
  }

  private static long freeMegabytes(Path folder) {
    return folder.toFile().getUsableSpace() / MEGABYTE;
  }

  /// Makes a sentence for people of what went wrong in a folder.
  static PostgresFailure failure(Path folder, IOException e) {
    String words =
        e instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : String.valueOf(e.getMessage());
    return switch (e) {
      case AccessDeniedException denied -> PostgresFailure.of(Kind.FOLDER_DENIED, denied.getFile());
      case NotDirectoryException file -> PostgresFailure.of(Kind.NOT_A_FOLDER, file.getFile());
      case FileAlreadyExistsException file -> PostgresFailure.of(Kind.NOT_A_FOLDER, file.getFile());
      case NoSuchFileException file ->
          PostgresFailure.of(
              Kind.FOLDER_UNUSABLE, folder, file.getFile() + ": No such file or directory");
      default ->
          saysFull(words) ? full(folder) : PostgresFailure.of(Kind.FOLDER_UNUSABLE, folder, words);
    };
  }

  /// How PostgreSQL should bring all of a cluster to the disk: by one flush of the file system, as
  /// each of a thousand files costs one otherwise, which takes seconds on a busy disk.
  ///
  /// @return for Linux since 6.0 `syncfs`; it hides errors of the disk before 5.8
  static String syncMethod(String system, String version) {
    return system.equals("Linux") && !version.matches("[0-5]\\..*") ? "syncfs" : "fsync";
  }

  static String syncMethod() {
    return syncMethod(System.getProperty("os.name", "?"), System.getProperty("os.version", "0."));
  }

  /// Deletes a folder with all that is in it, if it is there; links are deleted, not followed.
  static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// Makes sure that a file, or the names in a folder, outlive a power cut.
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
