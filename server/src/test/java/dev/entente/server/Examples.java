package dev.entente.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The documents that docs/documents.md shows.
final class Examples {
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Examples() {}

  /// The candidate c-17, on one line.
  static String candidate() {
    return compact(blocks().getFirst());
  }

  /// The job posting p-3, on one line.
  static String posting() {
    return compact(blocks().get(1));
  }

  /// The line that file mode writes for the two.
  static String matchingLine() {
    return compact(blocks().get(2));
  }

  /// JSON without blanks, its fields and numbers as they stand.
  static String compact(String json) {
    return EXACT.readTree(json).toString();
  }

  private static List<String> blocks() {
    try {
      String page = Files.readString(Path.of("..", "docs", "documents.md"));
      return BLOCK.matcher(page).results().map((MatchResult block) -> block.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
