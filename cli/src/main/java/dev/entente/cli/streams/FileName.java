package dev.entente.cli.streams;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import java.nio.file.Path;

/// The names that users give files.
final class FileName {
  // What Java makes of bytes that are not UTF-8: another name, perhaps another file's.
  private static final String REPLACEMENT = "\uFFFD";

  private FileName() {}

  /// @throws CommandFailure if the name is not UTF-8, so that another file would be meant
  static void requireUtf8(Path path, Messages messages) {
    if (path.toString().contains(REPLACEMENT)) {
      throw CommandFailure.failed(messages.text("io.name", path));
    }
  }
}
