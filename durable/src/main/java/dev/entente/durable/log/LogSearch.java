package dev.entente.durable.log;

import dev.entente.durable.jdbc.Pages;
import java.util.List;
import java.util.Set;

/// Which lines of a run are looked for. Immutable; the collections are copied.
///
/// @param words all of which a line has in its message, its logger's name or its stack, in any
///   case; none for all lines
/// @param levels only these; none for all
/// @param isNewestFirst whether the line that was kept last comes first
/// @param beyondId of the last line that is known, in this order; 0 for none
/// @param most `1..1_000`
public record LogSearch(
    List<String> words, Set<String> levels, boolean isNewestFirst, long beyondId, int most) {
  /// Copies the collections.
  ///
  /// @throws IllegalArgumentException if `most` is not in its range
  public LogSearch {
    words = List.copyOf(words);
    levels = Set.copyOf(levels);
    Pages.check(most);
  }

  /// The id behind which lines are looked for in the order in which they were kept.
  long after() {
    return isNewestFirst ? 0 : beyondId;
  }

  /// The id before which they are.
  long before() {
    return isNewestFirst && beyondId > 0 ? beyondId : Long.MAX_VALUE;
  }
}
