package dev.entente.postgres;

import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to touch what is in a folder, held by one process at a time; the system takes it back
/// when that process ends, however it ends.
final class FolderLock implements AutoCloseable {
  /* Closing any channel of a file gives up every lock this Java holds on it (POSIX), so the file of
   * a lock that is held here must not even be opened. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
  private static final int LONGEST_PID = 20;

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Takes the right to a folder.
  ///
  /// @param folder its real path, so that it has one name only
  /// @throws PostgresFailure IN_USE if another process has it, or this one already
  static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    if (!HELD.add(file)) {
      throw PostgresFailure.of(Kind.IN_USE, folder, ProcessHandle.current().pid());
    }
    try {
      return new FolderLock(file, lock(folder, file));
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  @SuppressWarnings("resource") // open as long as the lock is held
  private static FileChannel lock(Path folder, Path file) throws IOException {
    var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      if (channel.tryLock() == null) {
        String owner = content(channel);
        channel.close();
        throw PostgresFailure.of(Kind.IN_USE, folder, owner.isEmpty() ? "?" : owner);
      }
    } catch (OverlappingFileLockException e) {
      // held by this class in another class loader: closing the channel would give its lock up
      throw PostgresFailure.of(Kind.IN_USE, folder, ProcessHandle.current().pid());
    }
    try {
      channel.truncate(0).write(ByteBuffer.wrap(ourPid()), 0);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static String content(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
    channel.read(bytes, 0);
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString().replaceAll("\\D", "");
  }

  private static byte[] ourPid() {
    return (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      return; // the lock is gone all the same
    } finally {
      HELD.remove(file);
    }
  }
}
