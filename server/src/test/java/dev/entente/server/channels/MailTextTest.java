package dev.entente.server.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextTest {
  private static MailText.Written written(Locale language, Alert alert) {
    return new MailText(language).of(alert);
  }

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(keys(Locale.FRENCH).keySet()).isEqualTo(keys(Locale.ENGLISH).keySet());
  }

  private static ResourceBundle keys(Locale language) {
    return ResourceBundle.getBundle("dev.entente.server.channels.mail", language);
  }

  @ParameterizedTest
  @EnumSource
  void mailIsOneLineAndAText(Alert.Type type) {
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
      MailText.Written mail = written(language, Alerts.of(type));

      assertThat(mail.subject()).startsWith("Entente").doesNotContain("\n", "{", "}");
      assertThat(mail.body())
          .doesNotContain("{", "}", "\\n", "null")
          .contains("https://jobs.example.com/api/runs");
    }
  }

  @Test
  void missedNightSaysWhatToDo() {
    MailText.Written mail = written(Locale.ENGLISH, Alerts.of(Alert.Type.MISSED));

    assertThat(mail.subject())
        .isEqualTo("Entente: the night of November 23, 2026 did not happen in time");
    assertThat(mail.body().replace('\u202F', ' '))
        .startsWith(
            "No generation run of the night of November 23, 2026 was completed by Nov 23, 2026,"
                + " 6:00 AM UTC; it should have begun on Nov 23, 2026, 12:00 AM UTC.")
        .contains("\n3. If no run goes on, start the night: ./entente run\n");
  }

  @Test
  void onlyABadNightPromisesAMailAboutItsEnd() {
    for (Alert.Type type : Alert.Type.values()) {
      String body = written(Locale.ENGLISH, Alerts.of(type)).body();

      assertThat(body.contains("says when the nights are fine again"))
          .isEqualTo(type != Alert.Type.RECOVERED);
    }
  }

  @Test
  void postingsThatFailedAreNamed() {
    assertThat(written(Locale.ENGLISH, Alerts.of(Alert.Type.INCOMPLETE)).body())
        .contains(
            """
            39 of 60 lists were written.
            One chunk of postings was given up as a whole.
            21 postings keep the old list:
              p-1
              p-2
              …
            """);
    assertThat(written(Locale.FRENCH, Alerts.of(Alert.Type.INCOMPLETE)).body())
        .contains("21 offres gardent leur ancienne liste :\n  p-1\n");
  }

  @Test
  void reasonIsToldAsItIs() {
    assertThat(written(Locale.ENGLISH, Alerts.of(Alert.Type.FAILED, "no {0} '\r\nBcc: x")).body())
        .contains("Reason: no {0} '");
  }
}
