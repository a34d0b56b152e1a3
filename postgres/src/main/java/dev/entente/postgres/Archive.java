package dev.entente.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Files packed by tar and xz.
final class Archive {
  private static final int ANY_EXECUTE = 0111;

  private Archive() {}

  /// Unpacks into a new folder (its real path), readable by everybody whatever our umask is; owners
  /// are ours.
  ///
  /// @throws IOException if it cannot be read or written, or an entry leads out of the folder
  static void unpack(InputStream packed, Path folder) throws IOException {
    createFolder(folder);
    try (var entries = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        unpack(entry, entries, folder);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path file = inside(folder, folder.resolve(entry.getName()), entry);
    createFolder(entry.isDirectory() ? file : parent(file));
    requireNoLinkAbove(file, entry);
    if (entry.isSymbolicLink()) {
      inside(folder, parent(file).resolve(entry.getLinkName()), entry);
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isFile() && !entry.isLink()) {
      Files.copy(content, file);
      boolean isProgram = (entry.getMode() & ANY_EXECUTE) != 0;
      allow(file, isProgram ? "rwxr-xr-x" : "rw-r--r--");
    } else if (!entry.isDirectory()) {
      throw new IOException("neither file, link nor folder: " + entry.getName());
    }
  }

  private static Path inside(Path folder, Path file, TarArchiveEntry entry) throws IOException {
    Path normal = file.normalize();
    if (!normal.startsWith(folder)) {
      throw new IOException("leads out of its folder: " + entry.getName());
    }
    return normal;
  }

  // Behind a link, `..` would count from another place than it seems to.
  private static void requireNoLinkAbove(Path file, TarArchiveEntry entry) throws IOException {
    if (!parent(file).toRealPath().equals(parent(file))) {
      throw new IOException("lies behind a link: " + entry.getName());
    }
  }

  private static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      createFolder(parent(folder));
      allow(Files.createDirectory(folder), "rwxr-xr-x");
    }
  }

  private static Path parent(Path file) {
    return file.toAbsolutePath().resolveSibling("");
  }

  private static void allow(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
