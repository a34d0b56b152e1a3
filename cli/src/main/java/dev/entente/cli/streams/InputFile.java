package dev.entente.cli.streams;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Messages;
import dev.entente.documents.DocumentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A file given by the user.
///
/// A pipe is copied to a temporary file first, so that its size, and with it how far the work is,
/// is known.
public final class InputFile implements AutoCloseable {
  private final Path given;
  private final Path readable;
  private final BasicFileAttributes attributes;

  private InputFile(Path given, Path readable) throws IOException {
    this.given = given;
    this.readable = readable;
    attributes = attributes(readable);
  }

  /// Opens a file.
  ///
  /// @throws CommandFailure if there is none, or it is a folder or may not be read
  public static InputFile open(Path given, Messages messages) {
    if (given.toString().isEmpty()) {
      throw CommandFailure.wrongUsage(messages.text("input.unnamed"));
    }
    FileName.requireUtf8(given, messages);
    try {
      BasicFileAttributes attributes = attributes(given);
      if (attributes.isDirectory()) {
        throw CommandFailure.failed(messages.text("input.folder", given));
      }
      return new InputFile(given, attributes.isRegularFile() ? readable(given) : copy(given));
    } catch (NoSuchFileException e) {
      throw CommandFailure.failed(messages.text("input.missing", given));
    } catch (IOException e) {
      throw CommandFailure.failed(
          messages.text("input.unreadable", given, IoReason.of(e, messages)));
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  private static Path readable(Path path) throws IOException {
    Files.newInputStream(path).close();
    return path;
  }

  private static Path copy(Path pipe) throws IOException {
    Path copy = Files.createTempFile("entente-", DocumentFile.isCsv(pipe) ? ".csv" : ".jsonl");
    copy.toFile().deleteOnExit();
    try (InputStream in = Files.newInputStream(pipe);
        OutputStream out = Files.newOutputStream(copy)) {
      in.transferTo(out);
    }
    return copy;
  }

  /// What the user called it.
  public String name() {
    return given.toString();
  }

  /// Where it can be read.
  public Path path() {
    return readable;
  }

  /// Its size when it was opened, in bytes.
  public long bytes() {
    return attributes.size();
  }

  @Override
  public void close() throws IOException {
    if (!readable.equals(given)) {
      Files.deleteIfExists(readable);
    }
  }
}
