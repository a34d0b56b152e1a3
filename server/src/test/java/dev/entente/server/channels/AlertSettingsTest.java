package dev.entente.server.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertSettingsTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Map<String, String> ALL =
      Map.of(
          "ENTENTE_ALERT_WEBHOOK_URL", "https://hooks.example.com/s3cret",
          "ENTENTE_ALERT_WEBHOOK_SECRET", SECRET,
          "ENTENTE_ALERT_MAIL_TO", "ops@example.com, Night Shift <night@example.com>",
          "ENTENTE_ALERT_MAIL_FROM", "Entente <entente@example.com>",
          "ENTENTE_SMTP_URL", "smtp://us%40er:p%2Fw+d@mail.example.com",
          "INNGEST_SERVE_ORIGIN", "https://jobs.example.com/");

  private static AlertSettings of(Map<String, String> set) {
    return AlertSettings.of(name -> Optional.ofNullable(set.get(name)), Locale.FRENCH);
  }

  private static AlertSettings with(String name, String value) {
    Map<String, String> set = new HashMap<>(ALL);
    set.put(name, value);
    return of(set);
  }

  @Test
  void allIsRead() {
    AlertSettings settings = of(ALL);

    assertThat(settings.webhook())
        .contains(new WebhookSettings(URI.create("https://hooks.example.com/s3cret"), SECRET));
    MailSettings mail = settings.mail().orElseThrow();
    assertThat(mail.to()).containsExactly("ops@example.com", "Night Shift <night@example.com>");
    assertThat(mail.server())
        .isEqualTo(
            new SmtpServer(
                false, "mail.example.com", 587, Optional.of("us@er"), Optional.of("p/w+d")));
    assertThat(settings.language()).isEqualTo(Locale.FRENCH);
    assertThat(settings.origin()).contains(URI.create("https://jobs.example.com"));
  }

  @Test
  void nothingIsNeeded() {
    assertThat(of(Map.of())).isEqualTo(AlertSettings.none(Locale.FRENCH));
  }

  @Test
  void secretsAreNotShown() {
    assertThat(of(ALL).toString())
        .doesNotContain("s3cret")
        .doesNotContain(SECRET)
        .doesNotContain("p/w+d")
        .doesNotContain("ops@");
  }

  @ParameterizedTest
  @CsvSource({
    "ENTENTE_ALERT_WEBHOOK_URL",
    "ENTENTE_ALERT_WEBHOOK_SECRET",
    "ENTENTE_ALERT_MAIL_TO",
    "ENTENTE_ALERT_MAIL_FROM",
    "ENTENTE_SMTP_URL"
  })
  void whatIsMissingOfASetIsNamed(String name) {
    Map<String, String> set = new HashMap<>(ALL);
    set.remove(name);

    assertThatThrownBy(() -> of(set))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be set too: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENTENTE_ALERT_WEBHOOK_URL|http://hooks.example.com/s3cret",
        "ENTENTE_ALERT_WEBHOOK_URL|http://127.0.0.1.example.com/s3cret",
        "ENTENTE_ALERT_WEBHOOK_URL|https://user:s3cret@hooks.example.com/",
        "ENTENTE_ALERT_WEBHOOK_URL|https://hooks.example.com/#s3cret",
        "ENTENTE_ALERT_WEBHOOK_URL|https:///s3cret",
        "ENTENTE_ALERT_WEBHOOK_URL|https://h:99999/s3cret",
        "ENTENTE_ALERT_WEBHOOK_URL|ftp://h/s3cret",
        "ENTENTE_ALERT_WEBHOOK_URL|s3cret %",
        "ENTENTE_ALERT_WEBHOOK_SECRET|MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "ENTENTE_ALERT_WEBHOOK_SECRET|whsec_c2hvcnQ=",
        "ENTENTE_ALERT_WEBHOOK_SECRET|whsec_s3cret!",
        "ENTENTE_ALERT_MAIL_TO|s3cret",
        "ENTENTE_ALERT_MAIL_TO|,",
        "ENTENTE_ALERT_MAIL_TO|ops@s3cret.example night@s3cret.example",
        "ENTENTE_ALERT_MAIL_TO|group: ops@s3cret.example;",
        "ENTENTE_ALERT_MAIL_TO|öps@s3cret.example",
        "ENTENTE_ALERT_MAIL_FROM|a@s3cret.example, b@s3cret.example",
        "ENTENTE_SMTP_URL|mail.example.com",
        "ENTENTE_SMTP_URL|http://user:s3cret@mail.example.com",
        "ENTENTE_SMTP_URL|smtp://s3cret@mail.example.com",
        "ENTENTE_SMTP_URL|smtp://user:s3c/ret@mail.example.com",
        "ENTENTE_SMTP_URL|smtp://user:s3cret%zz@mail.example.com",
        "ENTENTE_SMTP_URL|smtp://user:s3cret@mail.example.com/path",
        "ENTENTE_SMTP_URL|smtp://user:s3cret@mail.example.com:0"
      })
  void wrongSettingIsNamedAndNotShown(String name, String value) {
    assertThatThrownBy(() -> with(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(name + " must (be|look like) .*")
        .hasMessageNotContaining("s3c")
        .hasNoCause();
  }

  @Test
  void lineThatEndsInAnAddressIsRefused() {
    assertThatThrownBy(() -> with("ENTENTE_ALERT_MAIL_FROM", "a@example.com\r\nBcc: b@example.com"))
        .hasMessageStartingWith("ENTENTE_ALERT_MAIL_FROM must be");
    assertThatThrownBy(() -> with("ENTENTE_ALERT_MAIL_TO", "a@example.com,\n b@example.com"))
        .hasMessageStartingWith("ENTENTE_ALERT_MAIL_TO must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9000/x", "http://localhost/x", "http://[::1]:9000/x"})
  void thisMachineNeedsNoTls(String url) {
    assertThat(with("ENTENTE_ALERT_WEBHOOK_URL", url).webhook()).isPresent();
  }

  @Test
  void anotherMachineIsSpokenWithUnderTlsOnly() {
    assertThat(starttls("smtp://mail.example.com")).isEqualTo("true");
    assertThat(starttls("smtp://127.0.0.1:25")).isEqualTo("false");
    assertThat(starttls("smtp://[::1]:25")).isEqualTo("false");
    SmtpServer tls = SmtpServer.parse("smtps://mail.example.com");
    assertThat(tls.port()).isEqualTo(465);
    assertThat(tls.session().getProperty("mail.transport.protocol")).isEqualTo("smtps");
    assertThat(tls.session().getProperty("mail.smtps.ssl.checkserveridentity")).isEqualTo("true");
  }

  private static String starttls(String url) {
    return SmtpServer.parse(url).session().getProperty("mail.smtp.starttls.required");
  }
}
