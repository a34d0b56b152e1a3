package dev.entente.server.doctor.service;

import dev.entente.cli.terminal.IoReason;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// Whether the data folder can be written, and has room.
public final class FolderCheck implements Check {
  private static final long MEGABYTE = 1_000_000;
  private static final long ENOUGH = 1_000;
  private static final long LEAST = 200;

  private final Path folder;

  /// @param folder absolute; it need not be there
  public FolderCheck(Path folder) {
    this.folder = folder;
  }

  @Override
  public String id() {
    return "folder";
  }

  @Override
  public void examine(Notes notes) {
    Path nearest =
        Stream.iterate(folder, Objects::nonNull, Path::getParent)
            .filter(Files::exists)
            .findFirst()
            .orElse(folder);
    if (!Files.isDirectory(nearest)) {
      notes.broken(id(), "folder.file", folder, nearest);
    } else if (!Files.isWritable(nearest)) {
      notes.broken(id(), "folder.denied", folder, nearest);
    } else {
      tellRoom(nearest, notes);
    }
  }

  private void tellRoom(Path nearest, Notes notes) {
    try {
      long free = Files.getFileStore(nearest).getUsableSpace() / MEGABYTE;
      if (free < LEAST) {
        notes.broken("folder.room", "folder.full", folder, free);
      } else if (free < ENOUGH) {
        notes.warn("folder.room", "folder.scarce", folder, free);
      } else {
        notes.ok(
            id(),
            Files.exists(folder) ? "folder.there" : "folder.toBeMade",
            folder,
            free / (double) ENOUGH);
      }
    } catch (IOException e) {
      notes.warn(id(), "folder.unread", folder, IoReason.of(e, notes.messages()));
    }
  }
}
