package dev.entente.server.reasons.work;

import dev.entente.server.matchings.MatchingReasons.Awaited;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.check.PostingText;
import dev.entente.server.reasons.model.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Facts of one list that are asked about in one request, under keys that tell nothing of whom they
/// stand for.
///
/// @param digests of the facts, by key
record Batch(Question question, Map<String, Long> digests) {
  // A title and what it is about; the facts say the rest. In code points.
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 2_000;

  // In tokens; a model loses its way in more.
  private static final int MOST_INPUT = 12_000;
  private static final int MOST_OUTPUT = 6_000;

  /// As many of a list's awaited reasons as one request holds, at least one.
  ///
  /// @param most how many at the most
  /// @param mostTokens of the request and its answer together
  static Batch of(Awaited awaited, int most, int mostTokens) {
    List<Long> digests = new ArrayList<>(awaited.facts().keySet());
    digests = digests.subList(0, Math.min(most, digests.size()));
    Batch batch = of(awaited, digests);
    while (digests.size() > 1 && batch.isTooLarge(mostTokens)) {
      digests = digests.subList(0, digests.size() / 2);
      batch = of(awaited, digests);
    }
    return batch;
  }

  private static Batch of(Awaited awaited, List<Long> some) {
    Map<String, ReasonFacts> facts = new LinkedHashMap<>();
    Map<String, Long> digests = new HashMap<>();
    for (Long digest : some) {
      String key = "m" + (facts.size() + 1);
      facts.put(key, Objects.requireNonNull(awaited.facts().get(digest)));
      digests.put(key, digest);
    }
    var question =
        new Question(
            awaited.language(),
            PostingText.of(awaited.title(), "", LONGEST_TITLE),
            PostingText.of("", awaited.description(), LONGEST_TEXT),
            facts);
    return new Batch(question, digests);
  }

  private boolean isTooLarge(int mostTokens) {
    int input = question.estimatedInputTokens();
    int output = question.estimatedOutputTokens();
    return input > MOST_INPUT || output > MOST_OUTPUT || input + output > mostTokens;
  }

  int size() {
    return digests.size();
  }

  ReasonFacts facts(String key) {
    return Objects.requireNonNull(question.facts().get(key));
  }

  Long digest(String key) {
    return Objects.requireNonNull(digests.get(key));
  }
}
