package dev.entente.server.pages.explanation;

import dev.entente.matching.explanation.Explanation;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds numbers in an explanation by what they are.
public final class Terms {
  private Terms() {}

  /// A number and all that it is made of, before its parts, in their order.
  public static Stream<Explanation> all(Explanation explanation) {
    return switch (explanation) {
      case Explanation.Fact fact -> Stream.of(fact);
      case Explanation.Calculation calculation ->
          Stream.concat(Stream.of(calculation), calculation.parts().stream().flatMap(Terms::all));
    };
  }

  /// The facts that a number is made of.
  public static Stream<Explanation.Fact> facts(Explanation explanation) {
    return all(explanation)
        .filter(Explanation.Fact.class::isInstance)
        .map(Explanation.Fact.class::cast);
  }

  /// The first number of a term.
  public static Optional<Explanation> find(Explanation explanation, String term) {
    return all(explanation).filter(part -> part.term().equals(term)).findFirst();
  }

  /// Tells whether a criterion's score stands in for what could not be measured: it is a constant,
  /// or leans on no result.
  public static boolean isNeutral(Explanation score) {
    return score instanceof Explanation.Fact
        || find(score, "resultCount").filter(count -> count.value() == 0).isPresent();
  }
}
