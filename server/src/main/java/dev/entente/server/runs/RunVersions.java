package dev.entente.server.runs;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
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
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (int i = 0; i < Criteria.ids().size(); i++) {
      weights.put(Criteria.ids().get(i).value(), Weights.DEFAULT.at(i));
    }
    return JSON.writeValueAsString(weights);
  }
}
