package dev.entente.inngest.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// The list of what may differ, `differences.tsv`: case, place, ours, theirs, and why. A star
/// stands for anything, `-` for what is absent.
final class AllowedDifferences {
  private static final int COLUMNS = 5;

  private final List<Entry> entries;
  private final Set<Entry> used = new HashSet<>();

  private record Entry(String line, Pattern name, Pattern place, Pattern ours, Pattern theirs) {
    static Entry of(String line) {
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS || columns[COLUMNS - 1].isEmpty()) {
        throw new IllegalStateException("case, place, ours, theirs and a reason: " + line);
      }
      return new Entry(
          line, pattern(columns[0]), pattern(columns[1]), pattern(columns[2]), pattern(columns[3]));
    }

    private static Pattern pattern(String text) {
      return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    }

    boolean covers(Difference difference) {
      return name.matcher(difference.name()).matches()
          && place.matcher(difference.place()).matches()
          && ours.matcher(difference.ours()).matches()
          && theirs.matcher(difference.theirs()).matches();
    }
  }

  /// One value that differs; `-` is an absent one.
  record Difference(String name, String place, String ours, String theirs) {
    @Override
    public String toString() {
      return String.join("\t", name, place, ours, theirs);
    }
  }

  private AllowedDifferences(List<Entry> entries) {
    this.entries = entries;
  }

  static AllowedDifferences load() throws IOException {
    try (var in = AllowedDifferences.class.getResourceAsStream("differences.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new AllowedDifferences(
          text.lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(Entry::of)
              .toList());
    }
  }

  boolean allow(Difference difference) {
    List<Entry> covering = entries.stream().filter(e -> e.covers(difference)).toList();
    used.addAll(covering);
    return !covering.isEmpty();
  }

  /// The lines that nothing has needed.
  List<String> unused() {
    return entries.stream().filter(entry -> !used.contains(entry)).map(Entry::line).toList();
  }
}
