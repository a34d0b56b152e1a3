package dev.entente.matching.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds canonical ids by the beginning or a part of one of their names, whatever their case, marks
/// and blanks. Immutable, shared by threads.
final class NameSearch {
  // What has many names is what many people mean.
  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparingInt(Found::rank)
          .thenComparing(Comparator.comparingInt(Found::names).reversed())
          .thenComparing(found -> found.name().id());

  // Of two names that fit as well, the shorter one is nearer to what was typed.
  private static final Comparator<Found> NEAREST_FIRST =
      Comparator.comparingInt(Found::rank)
          .thenComparingInt(found -> found.name().name().length())
          .thenComparing(found -> found.name().name());

  /// @param folded without case, marks and blanks
  /// @param name as the table has it
  /// @param id what it stands for
  private record Name(String folded, String name, String id) {
    private boolean isId() {
      return name.equals(id);
    }

    /// How well it fits what was typed, folded: 0 best, -1 not at all.
    private int rank(String typed) {
      int at = folded.indexOf(typed);
      if (at < 0) {
        return -1;
      }
      if (folded.length() == typed.length()) {
        return 0;
      }
      return (at == 0 ? 1 : 3) + (isId() ? 0 : 1);
    }
  }

  private record Found(Name name, int rank, int names) {}

  private final List<Name> names = new ArrayList<>();
  private final Map<String, Integer> namesOf = new HashMap<>();

  /// @param canonicalIds by name
  NameSearch(Map<String, String> canonicalIds) {
    canonicalIds.forEach(this::add);
    List.copyOf(namesOf.keySet()).forEach(id -> add(id, id));
  }

  private void add(String name, String id) {
    names.add(new Name(fold(name), name, id));
    namesOf.merge(id, 1, Integer::sum);
  }

  private static String fold(String name) {
    return Folding.of(name).replace(" ", "");
  }

  /// Those ids first that are meant most likely: what was typed is one of their names, then begins
  /// one, then is in one; ids before aliases, then those with more names, then by id.
  ///
  /// @param most at least 0
  /// @return each id once; empty where nothing was typed
  List<Suggestion> find(String typed, int most) {
    String folded = fold(typed);
    if (folded.isEmpty()) {
      return List.of();
    }
    Map<String, Found> best = new HashMap<>();
    for (Name name : names) {
      int rank = name.rank(folded);
      if (rank >= 0) {
        var found = new Found(name, rank, namesOf.getOrDefault(name.id(), 0));
        best.merge(name.id(), found, NameSearch::better);
      }
    }
    return best.values().stream()
        .sorted(BEST_FIRST)
        .limit(most)
        .map(Found::name)
        .map(name -> new Suggestion(name.id(), name.isId() ? "" : name.name()))
        .toList();
  }

  private static Found better(Found one, Found other) {
    return NEAREST_FIRST.compare(one, other) <= 0 ? one : other;
  }
}
