package dev.entente.server.doctor.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The right spelling that somebody probably meant.
final class NearestName {
  // More changes make another name.
  private static final int MOST_CHANGES = 2;

  private final List<String> names;

  NearestName(List<String> names) {
    this.names = List.copyOf(names);
  }

  /// A name that is a slip of the keyboard away.
  ///
  /// @return empty if no name is near enough; the first of several that are equally near
  Optional<String> near(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    return names.stream()
        .min(Comparator.comparingInt(name -> changes(upper, name)))
        .filter(name -> changes(upper, name) <= MOST_CHANGES);
  }

  /// The same or, where there is none, a name that has all the words of the written one, or whose
  /// words the written one has: `GEMINI_KEY` and `ENTENTE_DATABASE_URL` mean something.
  Optional<String> meant(String written) {
    Set<String> words = words(written.toUpperCase(Locale.ROOT));
    return near(written)
        .or(() -> names.stream().filter(name -> words(name).containsAll(words)).findFirst())
        .or(() -> names.stream().filter(name -> words.containsAll(words(name))).findFirst());
  }

  private static Set<String> words(String name) {
    return Set.copyOf(List.of(name.split("_", -1)));
  }

  /* How many characters are to be added, taken away, exchanged for others, or swapped with their
   * neighbours: optimal string alignment, row by row. */
  static int changes(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int other = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + other);
        if (isSwapped(from, i, to, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }

  private static boolean isSwapped(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
