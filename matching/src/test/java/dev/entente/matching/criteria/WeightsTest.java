package dev.entente.matching.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final Map<String, Integer> DEFAULT =
      Map.of(
          "skills", 2500,
          "domains", 2000,
          "experience", 1500,
          "recruiterFeedback", 1500,
          "training", 1000,
          "progression", 800,
          "badges", 400,
          "relevance", 300);

  @Test
  void defaultIsTheSpecifiedOneInTheSpecifiedOrder() {
    assertThat(IntStream.range(0, 8).map(Weights.DEFAULT::at))
        .containsExactly(2500, 2000, 1500, 1500, 1000, 800, 400, 300);
    assertThat(Criteria.ids().stream().map(CriterionId::value))
        .containsExactly(
            "skills",
            "domains",
            "experience",
            "recruiterFeedback",
            "training",
            "progression",
            "badges",
            "relevance");
  }

  @Test
  void weightsKeepTheOrderOfTheCriteria() {
    Map<String, Integer> weights = new HashMap<>(DEFAULT);
    weights.put("skills", 2400);
    weights.put("relevance", 400);

    assertThat(Weights.of(weights).at(0)).isEqualTo(2400);
    assertThat(Weights.of(weights).at(7)).isEqualTo(400);
  }

  @Test
  void sameWeightsAreEqual() {
    assertThat(Weights.of(DEFAULT)).isEqualTo(Weights.DEFAULT).hasSameHashCodeAs(Weights.DEFAULT);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Map<String, Integer> weights = new HashMap<>(DEFAULT);
    weights.remove("badges");
    weights.put("skills", -1);
    weights.put("luck", 5);

    assertThat(Weights.problems(weights))
        .containsExactly(
            new Weights.Problem.Unknown("luck"),
            new Weights.Problem.Negative(new CriterionId("skills"), -1),
            new Weights.Problem.Missing(new CriterionId("badges")),
            new Weights.Problem.WrongSum(7_099));
    assertThatThrownBy(() -> Weights.of(weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("luck")
        .hasMessageContaining("7099");
  }

  @Test
  void sumDoesNotOverflow() {
    Map<String, Integer> weights = new HashMap<>(DEFAULT);
    weights.replaceAll((name, weight) -> Integer.MAX_VALUE);

    assertThat(Weights.problems(weights))
        .containsExactly(new Weights.Problem.WrongSum(8L * Integer.MAX_VALUE));
  }
}
