package dev.entente.postgres;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// What the server writes for operators, in the file `postgres.log`.
final class ServerLog {
  private static final int MOST_BYTES = 10_000_000;
  private static final int TAIL_BYTES = 16_384;
  private static final int QUOTED_LINES = 5;

  private final Path file;

  ServerLog(Path folder) {
    file = folder.resolve("postgres.log");
  }

  Path file() {
    return file;
  }

  /// Sets a log aside that is long, or that the account cannot write, in place of the one set aside
  /// before; and makes the file that it will write.
  void prepare(SystemAccount account) throws IOException {
    if (Files.exists(file) && (size() > MOST_BYTES || !account.owns(file))) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".old"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.notExists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      account.own(file);
    }
  }

  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /// What was written since the log had a size, or the end of it.
  String since(long size) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(size, channel.size() - TAIL_BYTES));
      byte[] bytes = Channels.newInputStream(channel).readNBytes(TAIL_BYTES);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /// The last lines of a text, at most five, each on a line of its own.
  static String lastLines(String text) {
    List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
  }
}
