package dev.entente.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  @Test
  void technicalNamesStayWhole() {
    assertThat(tokens("C++, C#; .NET/ASP.NET Node.js (vue.js)! F# K8s"))
        .containsExactlyInAnyOrder(
            "c++", "c#", ".net", "asp.net", "node.js", "vue.js", "f#", "k8s");
  }

  @Test
  void accentsCaseAndCompatibilityFormsAreFolded() {
    assertThat(tokens("Éléphant ELEPHANT ｅｌéｐｈａｎｔ ﬁnance"))
        .containsExactlyInAnyOrder("elephant", "finance");
  }

  @Test
  void singleCharactersAndStopWordsAreDropped() {
    assertThat(tokens("a R C the of le la les et und x 𝒳")).containsExactly("und");
  }

  @Test
  void textsAreTokenisedAloneAndUnited() {
    assertThat(Tokens.of(List.of("data", "base", "data")))
        .containsExactlyInAnyOrder("data", "base");
    assertThat(Tokens.of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "développeur développeuse développeurs développeuses développeur.se développeur·euse"
            + " développeur/euse développeur(se) développeur.euse développeur.ses développeur.se.s",
        "recruteur recrutrice recruteurs recrutrices recruteur.rice recruteur.rices recruteur.trice"
            + " recruteur·rice·s",
        "ingénieur ingénieure ingénieurs ingénieures ingénieur.e ingénieur.e.s ingénieur·e",
        "technicien technicienne techniciens techniciennes technicien.ne technicien.nes"
            + " technicien.ienne technicien(ne)",
        "infirmier infirmière infirmiers infirmières infirmier.ère infirmier.ière infirmier.e"
            + " infirmier·ère·s",
        "actif.ve actif actif.ive actif.ves",
        "chef chef.fe chef.fes",
        "avocat avocat.e avocat.te avocat.es"
      })
  void genderAndNumberOfATitleCountAlike(String forms) {
    Set<Set<String>> tokens =
        Arrays.stream(forms.split(" "))
            .map(TokensTest::tokens)
            .collect(java.util.stream.Collectors.toSet());

    assertThat(tokens).hasSize(1);
    assertThat(tokens.iterator().next()).hasSize(1);
  }

  @Test
  void shortWordsAndOtherWordsKeepTheirEnding() {
    assertThat(tokens("fiers fier tower towers services service mer"))
        .containsExactlyInAnyOrder(
            "fiers", "fier", "tower", "towers", "services", "service", "mer");
    assertThat(tokens("managers manager")).containsExactly("manager");
  }

  @Test
  void sixCodePointsMakeATitle() {
    assertThat(tokens("gueuse")).containsExactly("gueur");
    assertThat(tokens("xeuse xeuses")).containsExactlyInAnyOrder("xeuse", "xeuses");
  }

  @Test
  void endingAloneIsNoToken() {
    assertThat(tokens(".e .ne .trices .ive.s")).isEmpty();
  }

  @Test
  void longRunOfDottedWordsDoesNotOverflowTheStack() {
    assertThat(tokens("a.".repeat(500_000) + "a")).hasSize(1);
  }

  @Test
  void stopWordsAreFoldedWords() {
    for (String file : List.of("stopwords-en.txt", "stopwords-fr.txt")) {
      assertThat(Resource.lines(file))
          .isSorted()
          .doesNotHaveDuplicates()
          .allSatisfy(word -> assertThat(word).matches("[a-z0-9]{2,}"));
    }
    assertThat(Resource.lines("stopwords-fr.txt"))
        .contains(
            "euse", "se", "trice", "rice", "ere", "iere", "ne", "ienne", "te", "ive", "ve", "fe",
            "es", "ee");
  }

  private static Set<String> tokens(String text) {
    return Tokens.of(List.of(text));
  }
}
