package dev.entente.server.engine.view;

import java.util.List;
import java.util.Set;

/// Which lines of a run are looked for. Immutable; the collections are copied.
///
/// @param words all of which a line has in its message, its logger's name or its stack, in any
///   case; none for all lines
/// @param levels only these; none for all
/// @param isNewestFirst whether the line that was kept last comes first
/// @param beyond the id of the last line that is known, in this order; 0 for none
/// @param most `1..1_000`
public record EngineLogSearch(
    List<String> words, Set<String> levels, boolean isNewestFirst, long beyond, int most) {
  public EngineLogSearch {
    words = List.copyOf(words);
    levels = Set.copyOf(levels);
  }
}
