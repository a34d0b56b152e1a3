package dev.entente.server.pages.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a tree shows adds up as it is shown, for every pair on an edge of the scoring rules.
class ExplanationTreeLawsTest {
  private static final Path DOCUMENTS =
      Path.of("..", "cli", "src", "test", "resources", "dev", "entente", "cli");

  private static Stream<ExplanationTree> trees() throws IOException {
    List<String> candidates = Files.readAllLines(DOCUMENTS.resolve("nasty-candidates.jsonl"));
    return Files.readAllLines(DOCUMENTS.resolve("nasty-postings.jsonl")).stream()
        .flatMap(posting -> candidates.stream().map(other -> new ToldPair(posting, other)))
        .filter(ToldPair::isEligible)
        .map(pair -> pair.tree(Locale.ENGLISH));
  }

  private static BigDecimal number(String shown) {
    return new BigDecimal(shown.replace("%", ""));
  }

  @Test
  void pointsAddUpToTheTotalWhichRoundsToTheScore() throws IOException {
    assertThat(trees())
        .isNotEmpty()
        .allSatisfy(
            tree -> {
              BigDecimal sum =
                  tree.sections().stream()
                      .map(section -> number(section.points()))
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              assertThat(number(tree.total())).isEqualByComparingTo(sum);
              assertThat(tree.score())
                  .isEqualTo(sum.setScale(2, RoundingMode.HALF_UP).toPlainString());
            });
  }

  @Test
  void weightTimesScoreIsPoints() throws IOException {
    assertThat(trees().flatMap(tree -> tree.sections().stream()))
        .allSatisfy(
            section ->
                assertThat(
                        number(section.weight()).multiply(number(section.score())).movePointLeft(2))
                    .isEqualByComparingTo(number(section.points())));
  }

  @Test
  void segmentsLieEndToEndWithinTheBar() throws IOException {
    assertThat(trees())
        .allSatisfy(
            tree -> {
              long end = 0;
              for (CriterionSection section : tree.sections()) {
                assertThat(section.segment().from()).isEqualTo(end);
                assertThat(section.segment().width()).isBetween(0L, section.segment().most() + 1);
                end += section.segment().width();
              }
              assertThat(end).isLessThanOrEqualTo(100_000);
            });
  }
}
