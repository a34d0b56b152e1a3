package dev.entente.cli.files;

import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why reading or writing failed, in words: the system's exceptions often hold just a path.
final class IoReason {
  private IoReason() {}

  static String of(IOException e, Messages messages) {
    return switch (e) {
      case NoSuchFileException missing -> messages.text("io.missing", parentOrFile(missing));
      case AccessDeniedException denied -> messages.text("io.denied", denied.getFile());
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String parentOrFile(NoSuchFileException e) {
    Path parent = Path.of(e.getFile()).getParent();
    return parent == null ? e.getFile() : parent.toString();
  }
}
