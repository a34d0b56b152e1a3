package dev.entente.server.runs;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.vocabulary.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// What a run's scores depend on beside documents and conditions.
final class RunVersions {
  private static final JsonMapper JSON = new JsonMapper();

  private RunVersions() {}

  static String engine() {
    return String.valueOf(Criteria.VERSION);
  }

  static String aliases() {
    return Vocabulary.version();
  }

  /// The weights of postings that set none, as JSON.
  static String weights() {
    List<Integer> weights =
        IntStream.range(0, Criteria.ids().size()).mapToObj(Weights.DEFAULT::at).toList();
    return JSON.writeValueAsString(Criteria.named(weights));
  }
}
