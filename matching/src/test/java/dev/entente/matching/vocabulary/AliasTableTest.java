package dev.entente.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTableTest {
  private final AliasTable table = AliasTable.of(List.of("js\tjavascript", "node js\tnode.js"));

  @Test
  void nameIsNormalisedAndLookedUpAsAWhole() {
    assertThat(table.canonicalId(" ＪＳ\t")).isEqualTo("javascript");
    assertThat(table.canonicalId("Node\u00A0 JS")).isEqualTo("node.js");
    assertThat(table.canonicalId("js developer")).isEqualTo("js developer");
  }

  @Test
  void unknownNameIsItsOwnId() {
    assertThat(table.canonicalId("  Crêpes \n Suzette ")).isEqualTo("crêpes suzette");
  }

  @Test
  void tableThatNeedsASecondLookUpIsRefused() {
    assertThatThrownBy(() -> AliasTable.of(List.of("a\tb", "b\tc")))
        .hasMessage("canonical id is itself a name: b");
  }

  @Test
  void nameThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> AliasTable.of(List.of("a\tb", "a\tc")))
        .hasMessage("name stands twice: a\tc");
  }

  @Test
  void lineOfAnotherFormIsRefused() {
    for (String line : List.of("a", "a\tb\tc", "\tb", "a\t", "")) {
      assertThatThrownBy(() -> AliasTable.of(List.of(line)))
          .hasMessage("not `name TAB canonical id`: " + line);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aliases-skills.tsv", "aliases-domains.tsv"})
  void shippedTableIsNormalisedAndSortedByIdThenName(String file) {
    List<String> idsAndNames =
        Resource.lines(file).stream()
            .peek(AliasTableTest::assertNormalised)
            .map(line -> line.replaceFirst("(.*)\t(.*)", "$2\t$1"))
            .toList();

    assertThat(idsAndNames).isSortedAccordingTo(AliasTableTest::compareCodePoints);
  }

  private static void assertNormalised(String line) {
    for (String cell : line.split("\t", -1)) {
      assertThat(AliasTable.normalise(cell)).isEqualTo(cell);
    }
  }

  private static int compareCodePoints(String a, String b) {
    return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }
}
