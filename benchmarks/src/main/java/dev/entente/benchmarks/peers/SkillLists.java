package dev.entente.benchmarks.peers;

import dev.entente.benchmarks.columns.CandidateColumns;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers of candidates by declared domain, skill and evidence, while they are gathered for a
/// peer that stores them as lists. Not thread-safe.
public final class SkillLists {
  /// One list.
  ///
  /// @param domain its bit's position
  /// @param evidence 0 declared, 1 used, 2 assessed
  public record Key(int domain, int skill, int evidence) {}

  /// A list that grows.
  private static final class Numbers {
    private int[] numbers = new int[4];
    private int size;

    private void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }
  }

  private static final Comparator<Key> ORDER =
      Comparator.comparingInt(Key::domain)
          .thenComparingInt(Key::skill)
          .thenComparingInt(Key::evidence);

  private final Map<Key, Numbers> lists = new HashMap<>();

  /// Adds a candidate to all of its lists.
  public void add(CandidateColumns candidate) {
    for (long rest = candidate.domains(); rest != 0; rest &= rest - 1) {
      int domain = Long.numberOfTrailingZeros(rest);
      for (int packed : candidate.skills()) {
        int skill = packed >> CandidateColumns.EVIDENCE_BITS;
        int evidence = packed & CandidateColumns.EVIDENCE_MASK;
        lists
            .computeIfAbsent(new Key(domain, skill, evidence), _ -> new Numbers())
            .add(candidate.number());
      }
    }
  }

  /// All keys, by domain, skill, evidence.
  public List<Key> keys() {
    return lists.keySet().stream().sorted(ORDER).toList();
  }

  /// The candidates of a list, in the order in which they were added.
  public int[] candidates(Key key) {
    Numbers list = lists.getOrDefault(key, new Numbers());
    return Arrays.copyOf(list.numbers, list.size);
  }

  /// Forgets all lists, when they are stored.
  public void clear() {
    lists.clear();
  }
}
