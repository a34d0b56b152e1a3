package dev.entente.cli.files;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Where the output goes: nothing is seen of it until all of it is written.
///
/// A file is written beside its place and moved there at the end. Standard output, and what is no
/// ordinary file, is written in one go at the end.
final class OutputFile implements AutoCloseable {
  private final OutputStream standardOutput;
  private final Messages messages;
  private final Optional<Path> target;
  private final Optional<Path> partial;

  /// Something that writes the whole output.
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private OutputFile(
      OutputStream standardOutput,
      Messages messages,
      Optional<Path> target,
      Optional<Path> partial) {
    this.standardOutput = standardOutput;
    this.messages = messages;
    this.target = target;
    this.partial = partial;
  }

  /// Makes sure that the place can be written, before any work is done for it.
  ///
  /// @param given absent for standard output
  /// @throws CommandFailure if it is a folder or cannot be written
  static OutputFile open(Optional<Path> given, OutputStream standardOutput, Messages messages) {
    if (given.isEmpty()) {
      return new OutputFile(standardOutput, messages, given, Optional.empty());
    }
    Path path = given.get();
    if (Files.isDirectory(path)) {
      throw CommandFailure.failed(messages.text("output.folder", path));
    }
    try {
      Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      return new OutputFile(standardOutput, messages, Optional.of(real), partial(real));
    } catch (IOException e) {
      throw unwritable(messages, path, e);
    }
  }

  private static Optional<Path> partial(Path real) throws IOException {
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      return Optional.empty();
    }
    if (Files.exists(real) && !Files.isWritable(real)) {
      throw new AccessDeniedException(real.toString());
    }
    Path partial =
        real.resolveSibling("." + real.getFileName() + "." + ProcessHandle.current().pid());
    Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW).close();
    partial.toFile().deleteOnExit();
    return Optional.of(partial);
  }

  /// Writes the output, whole or not at all.
  ///
  /// @throws CommandFailure if writing fails
  void write(Content content) {
    try {
      if (target.isEmpty()) {
        write(content, standardOutput);
      } else {
        try (OutputStream out = Files.newOutputStream(partial.orElse(target.get()))) {
          write(content, out);
        }
        if (partial.isPresent()) {
          Files.move(partial.get(), target.get(), StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw target.isEmpty()
          ? CommandFailure.failed(messages.text("output.standard", IoReason.of(e, messages)))
          : unwritable(messages, target.get(), e);
    }
  }

  private static void write(Content content, OutputStream out) throws IOException {
    var buffered = new BufferedOutputStream(out, 1 << 16);
    content.writeTo(buffered);
    buffered.flush();
  }

  private static CommandFailure unwritable(Messages messages, Path path, IOException e) {
    return CommandFailure.failed(
        messages.text("output.unwritable", path, IoReason.of(e, messages)));
  }

  @Override
  public void close() throws IOException {
    if (partial.isPresent()) {
      Files.deleteIfExists(partial.get());
    }
  }
}
