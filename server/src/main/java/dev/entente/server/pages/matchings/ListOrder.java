package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.wording.Wording;
import java.math.BigDecimal;
import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/// Sorts and filters the matchings of one list. What is equal stays in the order of the ranks.
final class ListOrder {
  private static final BigDecimal ALL = new BigDecimal("100.00");

  private final ListQuery query;
  private final Wording wording;

  ListOrder(ListQuery query, Wording wording) {
    this.query = query;
    this.wording = wording;
  }

  /// Those that are asked for, in the order that is asked for.
  ///
  /// @param matchings in the order of the ranks
  List<ExplainedMatching> of(List<ExplainedMatching> matchings) {
    return matchings.stream().filter(this::isShown).sorted(comparator()).toList();
  }

  private boolean isShown(ExplainedMatching matching) {
    return (query.status().isEmpty() || query.status().contains(matching.answer().status()))
        && (query.criterion().isEmpty() || score(matching, query.criterion()) >= query.leastScore())
        && (!query.complete() || matching.answer().skillsMatch().compareTo(ALL) >= 0);
  }

  private Comparator<ExplainedMatching> comparator() {
    return switch (query.sort()) {
      case ListQuery.RANK -> (_, _) -> 0;
      case "confidence" -> highest(ExplainedMatching::confidence);
      case "name" -> Comparator.comparing(this::name, Collator.getInstance(wording.locale()));
      case "latest" ->
          Comparator.comparing(ListOrder::decidedAt, Comparator.<Instant>reverseOrder());
      default -> highest(matching -> score(matching, query.sort()));
    };
  }

  private static Comparator<ExplainedMatching> highest(ToIntFunction<ExplainedMatching> number) {
    return Comparator.comparingInt(number).reversed();
  }

  private String name(ExplainedMatching matching) {
    return CandidateLine.name(matching.answer().candidate(), wording);
  }

  private static Instant decidedAt(ExplainedMatching matching) {
    return matching.lastMove().map(move -> move.at()).orElse(Instant.MIN);
  }

  private static int score(ExplainedMatching matching, String criterion) {
    return matching.answer().scores().getOrDefault(criterion, 0);
  }
}
