package dev.entente.server.reasons.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// The lists of words and phrases that this package compares texts with: one a line, folded, `#`
/// before a comment.
final class WordList {
  private WordList() {}

  /// The lines of a list in their order.
  ///
  /// @throws IllegalStateException if there is no such list
  static List<String> lines(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A list as a set.
  static Set<String> words(String name) {
    return Set.copyOf(lines(name));
  }
}
