package dev.entente.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.server.demo.Persona.Practice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Library LIBRARY = Library.load();

  @Test
  void endingsFollowThePerson() {
    var text = new Bilingual("Infirmi{er/ère} diplômé{/e}", "");

    assertThat(wording(Language.FR, true).text(text)).isEqualTo("Infirmière diplômée");
    assertThat(wording(Language.FR, false).text(text)).isEqualTo("Infirmier diplômé");
  }

  @Test
  void largeNumbersAreRoundAndWrittenAsTheLanguageDoes() {
    var text = new Bilingual("{2000..9000} lecteurs", "{2000..9000} readers");

    assertThat(wording(Language.FR, true).text(text)).matches("[2-9]\u202f\\d[05]0 lecteurs");
    assertThat(wording(Language.EN, true).text(text)).matches("[2-9],\\d[05]0 readers");
  }

  @Test
  void slotIsFilledAnewEachTime() {
    String hobbies = wording(Language.EN, true).text(new Bilingual("", "{hobby}|{hobby}|{hobby}"));

    assertThat(Bilingual.alternatives(hobbies)).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void factGoesBeforeASlotAndUnknownNamesAreRefused() {
    Wording wording = wording(Language.EN, false);

    assertThat(wording.with("hobby", "chess").text(new Bilingual("", "{hobby} in {city}")))
        .isEqualTo("chess in Lyon");
    assertThatThrownBy(() -> wording.text(new Bilingual("", "{hoby}")))
        .hasMessageContaining("hoby");
  }

  private static Wording wording(Language language, boolean isWoman) {
    var practice = new Practice(LIBRARY.trades().getFirst(), "Backend", Map.of());
    var persona =
        new Persona(
            "c-1",
            language,
            isWoman,
            "Ada",
            "L.",
            "Lyon",
            List.of("fr"),
            40,
            0,
            0,
            practice,
            Optional.empty());
    return new Wording(new Draw(new SplittableRandom(1)), persona, LIBRARY.common());
  }
}
