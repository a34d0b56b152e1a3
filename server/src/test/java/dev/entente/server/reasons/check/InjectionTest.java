package dev.entente.server.reasons.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.ReasonLanguage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that try to steer the model or the reader: no reason says them, no name is one of them,
/// and in the text of a posting they stay between the marks.
class InjectionTest {
  private static final ReasonCheck CHECK = new ReasonCheck();

  static Stream<Arguments> attacks() {
    return Stream.of(ReasonLanguage.values())
        .flatMap(
            language ->
                SentenceTables.lines("attacks-" + language.tag() + ".txt").stream()
                    .map(attack -> Arguments.of(language, attack)));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void noReasonSaysIt(ReasonLanguage language, String attack) {
    for (String text : around(language, attack)) {
      assertThat(CHECK.check(text, SentenceTables.FACTS, language)).as(text).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void noNameIsIt(ReasonLanguage language, String attack) {
    assertThat(SayableNames.of(attack)).as(language.tag()).isEmpty();
    assertThat(SayableNames.of("Java " + attack)).as(language.tag()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void inAPostingItIsData(ReasonLanguage language, String attack) {
    String text = PostingText.of("Java " + attack, attack + " " + attack, 2_000);
    String data =
        text.substring(PostingText.BEGIN.length(), text.length() - PostingText.END.length());

    assertThat(data).as(language.tag()).doesNotContain("<", ">", "\n", "```", "###", "@");
    assertThat(Signs.hasUnseen(data)).isFalse();
  }

  private static List<String> around(ReasonLanguage language, String attack) {
    String honest =
        language == ReasonLanguage.FRENCH
            ? "Java est validé par un test technique et Kafka manque au profil."
            : "Java is validated by a technical test and Kafka is missing from the profile.";
    assertThat(CHECK.check(honest, SentenceTables.FACTS, language)).isEmpty();
    return List.of(attack, honest + " " + attack, attack + " " + honest);
  }
}
