package dev.entente.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameSearchTest {
  private static final NameSearch NAMES =
      new NameSearch(
          Map.of(
              "js", "javascript",
              "ecma script", "javascript",
              "java se", "java",
              "comptabilité", "accounting",
              "no java", "scala"));

  private static List<String> ids(String typed) {
    return NAMES.find(typed, 10).stream().map(Suggestion::id).toList();
  }

  @Test
  void wholeNamesStandBeforeBeginningsAndTheseBeforeParts() {
    assertThat(ids("java")).containsExactly("java", "javascript", "scala");
    assertThat(ids("js")).containsExactly("javascript");
    assertThat(ids("cript")).containsExactly("javascript");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECMAscript", "ecma  SCRI", "\u00a0écma"})
  void caseMarksAndBlanksDoNotMatter(String typed) {
    assertThat(NAMES.find(typed, 10)).containsExactly(new Suggestion("javascript", "ecma script"));
  }

  @Test
  void marksOfTheTableDoNotMatterEither() {
    assertThat(NAMES.find("comptabilite", 10))
        .containsExactly(new Suggestion("accounting", "comptabilité"));
  }

  @Test
  void nothingButBlanksSuggestsNothing() {
    assertThat(ids(" \u00a0")).isEmpty();
    assertThat(ids("zzz")).isEmpty();
    assertThat(NAMES.find("a", 1)).hasSize(1);
  }

  @Test
  void eachSuggestionOfTheTablesIsUnderstoodAsItself() {
    for (String typed : List.of("kube", "k8s", "soud", "é", "a", "c++", ".net")) {
      assertThat(Vocabulary.suggestSkills(typed, 50))
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allSatisfy(one -> assertThat(Vocabulary.skill(one.id()).value()).isEqualTo(one.id()))
          .filteredOn(one -> !one.alias().isEmpty())
          .allSatisfy(one -> assertThat(Vocabulary.skill(one.alias()).value()).isEqualTo(one.id()));
    }
    assertThat(Vocabulary.suggestDomains("développement web", 1)).hasSize(1);
  }
}
