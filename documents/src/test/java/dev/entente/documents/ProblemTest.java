package dev.entente.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
  @ParameterizedTest
  @EnumSource
  void everyKindHasASentenceInBothLanguagesThatShowsItsArguments(Problem.Kind kind) {
    Problem problem = Problem.of("/x", kind, "FIRST", "SECOND", "THIRD");

    String english = problem.text(Locale.ENGLISH);
    String french = problem.text(Locale.FRENCH);

    assertThat(english).isNotEqualTo(french).doesNotContain("{");
    assertThat(french.contains("FIRST")).isEqualTo(english.contains("FIRST"));
    assertThat(french.contains("SECOND")).isEqualTo(english.contains("SECOND"));
    assertThat(french.contains("THIRD")).isEqualTo(english.contains("THIRD"));
  }

  @Test
  void noSentenceIsLeftOver() {
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
      assertThat(ResourceBundle.getBundle("dev.entente.documents.problems", language).keySet())
          .hasSize(Problem.Kind.values().length);
    }
  }

  @Test
  void otherLanguagesReadEnglish() {
    assertThat(Problem.of("", Problem.Kind.MISSING).text(Locale.GERMAN)).isEqualTo("is required");
    assertThat(Problem.of("", Problem.Kind.MISSING).text(Locale.CANADA_FRENCH))
        .isEqualTo("est obligatoire");
  }
}
