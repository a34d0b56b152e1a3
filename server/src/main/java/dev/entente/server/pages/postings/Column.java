package dev.entente.server.pages.postings;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The head of a column that the list can be ordered by.
///
/// @param address of the list ordered by it, or the other way round where it is already
/// @param sorted what `aria-sort` says of it
record Column(String address, String sorted) {
  /// All of them, by what they are called in addresses.
  static Map<String, Column> all(PostingsQuery query) {
    return Stream.of("title", "best", "eligible", "matched")
        .collect(Collectors.toMap(Function.identity(), key -> of(key, query)));
  }

  // What somebody wants to see of numbers and days is the highest and the latest.
  private static Column of(String key, PostingsQuery query) {
    boolean isSorted = key.equals(query.key());
    boolean isDescending = isSorted ? !query.isDescending() : !key.equals("title");
    String now = query.isDescending() ? "descending" : "ascending";
    return new Column(query.sorted(isDescending ? "-" + key : key), isSorted ? now : "none");
  }
}
