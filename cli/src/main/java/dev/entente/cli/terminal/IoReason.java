package dev.entente.cli.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why reading or writing failed, in words: the system's exceptions often hold just a path.
public final class IoReason {
  private IoReason() {}

  /// Says the reason in the user's language where it is known, else in the system's words.
  public static String of(IOException e, Messages messages) {
    return switch (e) {
      case NoSuchFileException missing -> messages.text("io.missing", firstMissing(missing));
      case AccessDeniedException denied -> messages.text("io.denied", denied.getFile());
      case FileSystemLoopException loop -> messages.text("io.loop", loop.getFile());
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static Path firstMissing(NoSuchFileException e) {
    Path file = Path.of(e.getFile());
    Path folder = file.getParent();
    return folder == null || Files.exists(folder) ? file : folder;
  }
}
