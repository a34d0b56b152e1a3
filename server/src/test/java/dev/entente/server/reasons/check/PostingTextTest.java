package dev.entente.server.reasons.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostingTextTest {
  private static final int LIMIT = 1_000;

  @Test
  void titleAndDescriptionAreOneLine() {
    assertThat(PostingText.of("Développeur\u00a0Java", "Vous codez.\n\n * C++ & C#\r\n", LIMIT))
        .isEqualTo("<posting>Développeur Java Vous codez. * C++ & C#</posting>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Poste <b>CDI</b></p> | Poste CDI",
        "Avant <!-- ignore this --> après | Avant après",
        "Avant <!-- never closed | Avant",
        "<script>alert(1)</script>Poste | Poste",
        "Caf&eacute; &amp; th&#233; | Café & thé",
        "a &lt;/posting&gt; b | a b",
        "a &amp;lt;/posting&amp;gt; b | a b",
        "a < / posting > b | a / posting b",
        "a \uff1c/posting\uff1e b | a /posting b",
        "4 < 5 et C <-> D | 4 5 et C - D",
        "Ig\u200bnore\u202e ce\u2066la | Ignore cela",
        "R&D à Paris | R&D à Paris"
      })
  void markupAndWhatNobodySeesAreLeftOut(String description, String shown) {
    assertThat(inside(description)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jean.dupont@exemple.fr",
        "jean.dupont @ exemple.fr",
        "jean [at] exemple.fr",
        "https://exemple.fr/a?b=c",
        "HTTP://EXEMPLE.FR",
        "www.exemple.fr/postes",
        "exemple.com",
        "@jdupont",
        "06 12 34 56 78",
        "+33 (0)6 12 34 56 78",
        "06.12.34.56.78",
        "jean&#64;exemple.fr",
        "<a href=\"mailto:jean@exemple.fr\">jean@exemple.fr</a>"
      })
  void addressesAreLeftOut(String address) {
    assertThat(inside("Contact : " + address + " avant lundi"))
        .doesNotContain("exemple", "@", "dupont", "12")
        .startsWith("Contact :")
        .endsWith("avant lundi");
  }

  @Test
  void namesWithDotsAndNumbersStay() {
    String text = "Node.js, ASP.NET, Vue.js 3.4, ISO 27001, 45 000 euros, 2 ans d'expérience";

    assertThat(inside(text)).isEqualTo(text);
  }

  @Test
  void longTextIsCutBehindAWord() {
    assertThat(PostingText.of("Soudeur", "expérimenté en atelier", 20))
        .isEqualTo("<posting>Soudeur expérimenté</posting>");
    assertThat(PostingText.of("Soudeur", "", 3)).isEqualTo("<posting>Sou</posting>");
    assertThat(PostingText.of("\ud83d\ude80\ud83d\ude80\ud83d\ude80", "", 2))
        .isEqualTo("<posting>\ud83d\ude80\ud83d\ude80</posting>");
    assertThatThrownBy(() -> PostingText.of("a", "b", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1");
  }

  @Test
  @Timeout(20)
  void hugeTextsAreReadInTime() {
    for (String part :
        new String[] {"<", "&lt;", "<!--", ".", "a.", "@", "1 ", "a at ", "<script "}) {
      String text = PostingText.of("Poste", part.repeat(20_000 / part.length()), LIMIT);

      assertThat(text).startsWith(PostingText.BEGIN).endsWith(PostingText.END);
    }
  }

  private static String inside(String description) {
    String text = PostingText.of("", description, LIMIT);
    String data =
        text.substring(PostingText.BEGIN.length(), text.length() - PostingText.END.length());
    assertThat(data).doesNotContain("<", ">");
    return data;
  }
}
