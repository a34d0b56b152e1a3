package dev.entente.cli.streams;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Messages;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the output goes: nothing is seen of a file until all of it is written.
///
/// A file is written beside its place and moved there at the end. Standard output, and what is no
/// ordinary file, is written as the content comes.
public final class OutputFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_LINKS = 40;
  private static final Set<Path> STREAMS =
      Stream.of(
              "/dev/stdout",
              "/dev/stderr",
              "/dev/fd/1",
              "/dev/fd/2",
              "/proc/self/fd/1",
              "/proc/self/fd/2")
          .map(Path::of)
          .collect(Collectors.toUnmodifiableSet());

  private final OutputStream standardOutput;
  private final Messages messages;
  private final Optional<Path> target;
  private final Optional<Path> partial;

  /// Something that writes the whole output.
  public interface Content {
    /// Writes all of it.
    ///
    /// @throws IOException only if writing fails: it is said to be the output's fault
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
  public static OutputFile open(
      Optional<Path> given, OutputStream standardOutput, Messages messages) {
    if (given.isEmpty()) {
      return new OutputFile(standardOutput, messages, given, given);
    }
    Path path = given.get();
    if (path.toString().isEmpty()) {
      throw CommandFailure.wrongUsage(messages.text("output.unnamed"));
    }
    FileName.requireUtf8(path, messages);
    if (Files.isDirectory(path)) {
      throw CommandFailure.failed(messages.text("output.folder", path));
    }
    if (isForeignDescriptor(path)) {
      throw CommandFailure.failed(messages.text("output.descriptor", path));
    }
    try {
      if (isDevice(path)) {
        return new OutputFile(standardOutput, messages, given, Optional.empty());
      }
      Path real = withoutLink(path);
      return new OutputFile(
          standardOutput, messages, Optional.of(real), Optional.of(partial(real)));
    } catch (IOException e) {
      throw unwritable(messages, path, e);
    }
  }

  // /dev/stdout may lead to an ordinary file that the shell opened: it is not ours to replace.
  private static boolean isDevice(Path path) {
    return STREAMS.contains(path.toAbsolutePath().normalize())
        || (Files.exists(path) && !Files.isRegularFile(path));
  }

  // Any other descriptor that leads to a file may be one that Java itself has open.
  private static boolean isForeignDescriptor(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return (absolute.startsWith("/dev/fd") || absolute.startsWith("/proc")) && !isDevice(path);
  }

  private static Path withoutLink(Path path) throws IOException {
    Path real = path.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(real); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      real = real.resolveSibling(Files.readSymbolicLink(real));
    }
    return real;
  }

  private static Path partial(Path real) throws IOException {
    if (Files.exists(real) && !Files.isWritable(real)) {
      throw new AccessDeniedException(real.toString());
    }
    Path partial = real.resolveSibling(".entente-" + UUID.randomUUID());
    try {
      Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW).close();
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(String.valueOf(real.getParent()));
    }
    partial.toFile().deleteOnExit();
    if (Files.exists(real)) {
      adoptAttributes(partial, real);
    }
    return partial;
  }

  // Who may read an output should not change because it was written again. Only root can give a
  // file away, so owner and group are kept where that is possible.
  private static void adoptAttributes(Path partial, Path real) throws IOException {
    var view = Files.getFileAttributeView(partial, PosixFileAttributeView.class);
    if (view != null) {
      PosixFileAttributes attributes = Files.readAttributes(real, PosixFileAttributes.class);
      attempt(() -> view.setGroup(attributes.group()));
      attempt(() -> view.setOwner(attributes.owner()));
      view.setPermissions(attributes.permissions());
    }
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void attempt(Attempt possible) {
    try {
      possible.run();
    } catch (IOException e) {
      return; // not permitted: the file stays ours
    }
  }

  /// Writes the output, whole or not at all.
  ///
  /// @throws CommandFailure if writing fails
  public void write(Content content) {
    try {
      if (target.isEmpty()) {
        write(content, standardOutput);
      } else if (partial.isEmpty()) {
        write(content, target.get(), StandardOpenOption.APPEND);
      } else {
        write(content, partial.get(), StandardOpenOption.WRITE);
        Files.move(partial.get(), target.get(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw target.isEmpty()
          ? CommandFailure.failed(messages.text("output.standard", IoReason.of(e, messages)))
          : unwritable(messages, target.get(), e);
    }
  }

  private static void write(Content content, Path path, StandardOpenOption option)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE, option)) {
      write(content, out);
    }
  }

  private static void write(Content content, OutputStream out) throws IOException {
    var buffered = new BufferedOutputStream(out, BUFFER);
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
