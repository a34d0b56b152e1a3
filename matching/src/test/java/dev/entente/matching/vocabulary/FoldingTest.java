package dev.entente.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "ÉMILE, emile",
    "François, francois",
    "Cœur, coeur",
    "Łukasz, lukasz",
    "Straße, strasse",
    "İpek, ipek",
    "ﬁn, fin"
  })
  void caseAccentsAndLigaturesAreFolded(String text, String folded) {
    assertThat(Folding.of(text)).isEqualTo(folded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ÉMILE", "İpek", "ŒUVRE  Ærø", "Ǆ", "Straße ﬁn", "ẞ"})
  void foldingAgainChangesNothing(String text) {
    String folded = Folding.of(text);

    assertThat(Folding.of(folded)).isEqualTo(folded);
  }
}
