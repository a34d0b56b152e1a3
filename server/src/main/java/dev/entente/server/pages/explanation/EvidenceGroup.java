package dev.entente.server.pages.explanation;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Evidence of one kind, in words.
///
/// @param title what was counted
/// @param areWords whether the lines are single words
/// @param lines the first of them
/// @param more the rest, where there are many
record EvidenceGroup(
    String title, boolean areWords, List<EvidenceLine> lines, List<EvidenceLine> more) {
  private static final int SHOWN = 12;
  private static final int WORDS_SHOWN = 60;

  // A rise reads from the first to the last, though its formula takes the first from the last.
  private static final String EARLIER = "firstResults";

  /// The evidence of a score, each piece once.
  static List<EvidenceGroup> listOf(Explanation score, EvidenceWords words) {
    List<EvidenceGroup> groups = new ArrayList<>();
    for (Explanation.Fact fact : telling(score)) {
      EvidenceGroup group = of(fact, words);
      if (!groups.isEmpty() && groups.getLast().title().equals(group.title())) {
        groups.set(groups.size() - 1, groups.getLast().and(group));
      } else {
        groups.add(fact.term().equals(EARLIER) ? groups.size() - 1 : groups.size(), group);
      }
    }
    return groups;
  }

  // A tree names the same evidence wherever a formula counts it.
  private static List<Explanation.Fact> telling(Explanation score) {
    Map<Set<Evidence>, Explanation.Fact> facts = new LinkedHashMap<>();
    Terms.facts(score)
        .filter(fact -> !fact.evidence().isEmpty())
        .forEach(fact -> facts.putIfAbsent(Set.copyOf(fact.evidence()), fact));
    return facts.entrySet().stream()
        .filter(fact -> facts.keySet().stream().noneMatch(other -> holds(other, fact.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean holds(Set<Evidence> larger, Set<Evidence> smaller) {
    return larger.size() > smaller.size() && larger.containsAll(smaller);
  }

  private static EvidenceGroup of(Explanation.Fact fact, EvidenceWords words) {
    return new EvidenceGroup(
        words.title(fact.term()),
        fact.evidence().getFirst() instanceof Evidence.Token,
        fact.evidence().stream().map(one -> EvidenceLine.of(one, fact.term(), words)).toList());
  }

  private EvidenceGroup(String title, boolean areWords, List<EvidenceLine> all) {
    this(
        title,
        areWords,
        first(all, areWords),
        all.subList(first(all, areWords).size(), all.size()));
  }

  private static List<EvidenceLine> first(List<EvidenceLine> all, boolean areWords) {
    return all.subList(0, Math.min(all.size(), areWords ? WORDS_SHOWN : SHOWN));
  }

  private EvidenceGroup and(EvidenceGroup other) {
    return new EvidenceGroup(
        title,
        areWords,
        Stream.of(lines, more, other.lines, other.more).flatMap(List::stream).toList());
  }
}
