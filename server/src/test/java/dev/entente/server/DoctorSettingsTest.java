package dev.entente.server;

import static dev.entente.server.doctor.State.BROKEN;
import static dev.entente.server.doctor.State.OK;
import static dev.entente.server.doctor.State.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorSettingsTest {
  @TempDir private Path home;

  private DoctorRun doctor() {
    return new DoctorRun(home);
  }

  @Test
  void emptyInstallationIsNotBroken() {
    DoctorRun.Told told = doctor().run();

    assertThat(told.exitCode()).isZero();
    told.says(OK, "settings", "nothing is set", "rien n’est réglé");
    told.says(WARNING, "service", "./entente serve", "./entente serve");
    told.says(OK, "database", "first start makes the database", "premier démarrage crée la base");
    assertThat(told.text())
        .contains("Rien n’est en panne : 1 point à regarder")
        .contains("  → Lancez-le avec ./entente serve");
    assertThat(told.text().lines())
        .allMatch(line -> line.length() <= 100 + home.toString().length());
  }

  @ParameterizedTest
  @CsvSource({
    "GEMINI_APIKEY, GEMINI_API_KEY",
    "GEMINI_KEY, GEMINI_API_KEY",
    "ENTENTE_ADRESS, ENTENTE_ADDRESS",
    "entente_night_hour, ENTENTE_NIGHT_HOUR",
    "ENTENTE_NIHGT_ZONE, ENTENTE_NIGHT_ZONE",
    "ENTENTE_DATABASE_URL, DATABASE_URL",
    "DATABSE_URL, DATABASE_URL",
    "INNGEST_SIGNINGKEY, INNGEST_SIGNING_KEY",
    "INNGEST_API_URL, INNGEST_API_BASE_URL"
  })
  void unknownNameIsToldWithTheNearestRightOne(String written, String right) {
    doctor()
        .withSecret(written, "opensesame")
        .run()
        .says(WARNING, "settings." + written, right, right);
  }

  @Test
  void unknownNameInAFileIsToldWithTheFile() throws IOException {
    Files.writeString(home.resolve(".env.local"), "ENTENTE_NIGTH_HOUR=3\nPOSTGRES_PASSWORD=x\n");

    DoctorRun.Told told = doctor().run();

    told.says(WARNING, "settings.ENTENTE_NIGTH_HOUR", ".env.local", "ENTENTE_NIGHT_HOUR");
    assertThat(told.english()).doesNotContainKey("settings.POSTGRES_PASSWORD");
  }

  @Test
  void nameThatIsLikeNoneHasNoSpellingProposed() {
    doctor()
        .with("ENTENTE_COLOUR", "blue")
        .run()
        .says(WARNING, "settings.ENTENTE_COLOUR", "no setting has a name like it", "aucun réglage");
  }

  @ParameterizedTest
  @CsvSource({
    "INNGEST_LOG_LEVEL, other SDKs, autres SDK",
    "INNGEST_STREAMING, other SDKs, autres SDK",
    "INNGEST_API_ORIGIN, INNGEST_API_BASE_URL, INNGEST_API_BASE_URL",
    "INNGEST_POSTGRES_URI, an Inngest server, serveur Inngest"
  })
  void namesThatOthersReadAreToldAsSuch(String name, String english, String french) {
    doctor().with(name, "x").run().says(WARNING, "settings." + name, english, french);
  }

  @ParameterizedTest
  @CsvSource({
    "ENTENTE_NIGHT_HOUR, 25, '0 to 23, or none, got: 25', 'de 0 à 23, ou none, et non : 25'",
    "ENTENTE_NIGHT_ZONE, Europe/Pari, 'got: Europe/Pari', 'et non : Europe/Pari'",
    "ENTENTE_NIGHT_DEADLINE_HOURS, 0, 1 to 23, de 1 à 23",
    "ENTENTE_ENGINE, cloud, 'auto, embedded or inngest', 'auto, embedded ou inngest'",
    "ENTENTE_URL, localhost, http://127.0.0.1:8080, http://127.0.0.1:8080",
    "ENTENTE_ALERT_MAIL_TO, nobody, separated by commas, séparées par des virgules",
    "ENTENTE_ALERT_MAIL_FROM, 'a@b, c@d', one mail address, une adresse",
    "INNGEST_SERVE_PATH, api/inngest, a path such as, un chemin comme",
    "INNGEST_ALLOW_IN_BAND_SYNC, perhaps, 1 or true, 1 ou true",
    "GEMINI_BASE_URL, gemini, https://, https://",
    "GEMINI_BASE_URL, http://models.example.org, this machine only, cette machine seulement",
    "GEMINI_MODEL, models/x, such as gemini-, comme gemini-",
    "GEMINI_TERMS, free, 'unpaid-acknowledged, got: free', 'unpaid-acknowledged, et non : free'",
    "ENTENTE_REASONS_PROVIDER, Gemini, 'ollama or none, got: Gemini', ollama ou none",
    "ENTENTE_REASONS_MODEL, a model, such as llama3.1:8b, comme llama3.1:8b",
    "ENTENTE_REASONS_BASE_URL, ollama, http://, http://",
    "ENTENTE_REASONS_LANGUAGE, de, 'fr or en, got: de', 'fr ou en, et non : de'",
    "ENTENTE_REASONS_LANGUAGES, acme, 'acme=en,globex=fr', 'acme=en,globex=fr'",
    "ENTENTE_REASONS_REQUESTS_PER_MINUTE, 0, 1 to 100000, de 1 à 100000",
    "ENTENTE_REASONS_TOKENS_PER_MINUTE, many, 1 to 1000000000, de 1 à 1000000000",
    "ENTENTE_REASONS_CONCURRENCY, 65, 1 to 64, de 1 à 64",
    "ENTENTE_REASONS_TOKENS_PER_DAY, -1, or none for no limit, ou none",
    "ENTENTE_REASONS_TOKENS_PER_RUN, 1e6, or none for no limit, ou none",
    "ENTENTE_REASONS_COST_PER_DAY, '5,00', such as 5.00, comme 5.00",
    "ENTENTE_REASONS_COST_PER_RUN, 5 USD, such as 5.00, comme 5.00",
    "ENTENTE_REASONS_PRICES, gemini-2.5-flash=1, a million tokens, un million de jetons",
    "ENTENTE_REASONS_CURRENCY, euro, such as EUR, comme EUR"
  })
  void malformedValueIsToldWithItsForm(String name, String value, String english, String french) {
    DoctorRun.Told told = doctor().with(name, value).run();

    assertThat(told.exitCode()).isEqualTo(1);
    told.says(BROKEN, "settings." + name, english, french);
  }

  @ParameterizedTest
  @CsvSource({
    "ENTENTE_API_KEY, opensesame, at least 32",
    "DATABASE_URL, mysql://user:opensesame@127.0.0.1/db, postgres://",
    "INNGEST_SIGNING_KEY, signkey-prod-opensesame, even number of hexadecimal",
    "INNGEST_EVENT_KEY, open sesame, one word",
    "INNGEST_DEV, signkey-prod-0123456789abcdef, a dev server",
    "ENTENTE_ALERT_WEBHOOK_SECRET, whsec_opensesame, 24 to 64 bytes",
    "ENTENTE_ALERT_WEBHOOK_URL, opensesame, https://",
    "ENTENTE_SMTP_URL, mail://user:opensesame@127.0.0.1, smtps://",
    "GEMINI_API_KEY, öpensesame, one word",
    "ENTENTE_REASONS_API_KEY, open sesame, one word"
  })
  void wrongValueOfASecretIsNotShown(String name, String value, String form) {
    doctor()
        .withSecret(name, value)
        .hiding("opensesame")
        .run()
        .says(BROKEN, "settings." + name, form, "n’est pas montrée");
  }

  @Test
  void settingIsToldWithThePlaceThatDecides() throws IOException {
    Files.writeString(home.resolve(".env"), "ENTENTE_NIGHT_HOUR=1\nENTENTE_NIGHT_ZONE=UTC\n");

    doctor()
        .with("ENTENTE_NIGHT_HOUR", "2")
        .run()
        .says(
            OK,
            "settings",
            "2 set: ENTENTE_NIGHT_HOUR (environment); ENTENTE_NIGHT_ZONE (.env)",
            "2 réglages : ENTENTE_NIGHT_HOUR (environnement)");
  }

  @Test
  void settingOfTheEnvironmentAloneIsToldWhereItDoesNothing() throws IOException {
    Files.writeString(home.resolve(".env"), "ENTENTE_LANGUAGE=fr\n");

    doctor().run().says(WARNING, "settings.ENTENTE_LANGUAGE", "no effect there", "pas d’effet là");
  }

  @Test
  void fileThatCannotBeReadIsTheOnlyFinding() throws IOException {
    Files.writeString(home.resolve(".env"), "ENTENTE_API_KEY='opensesame\n");

    DoctorRun.Told told = doctor().hiding("opensesame").run();

    assertThat(told.english()).containsOnlyKeys("settings");
    told.says(BROKEN, "settings", ".env:1: this line is no setting", "Réparez d’abord ceci");
  }

  @Test
  void whatTheServiceWouldRefuseTogetherIsTold() {
    doctor()
        .with("ENTENTE_ADDRESS", "0.0.0.0")
        .run()
        .says(BROKEN, "settings.together", "Without ENTENTE_API_KEY", "Sans ENTENTE_API_KEY");
    doctor()
        .with("ENTENTE_ENGINE", "inngest")
        .run()
        .says(BROKEN, "settings.engine", "INNGEST_SIGNING_KEY", "ne démarrerait pas");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "log"})
  void folderThatCannotBeWrittenIsTold(String what) throws IOException {
    Path file = Files.writeString(home.resolve(what), "");

    DoctorRun.Told told = doctor().with("ENTENTE_DATA", file.toString()).run();

    told.says(BROKEN, "folder", "is no folder", "n’est pas un dossier");
    told.says(BROKEN, "log", "cannot be made", "ne peut être créé");
  }

  @Test
  void errorsOfTheLogAreCountedAndNotQuoted() throws IOException {
    Path data = Files.createDirectory(home.resolve("data"));
    Instant last = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    Files.writeString(
        data.resolve("entente.log"),
        "2020-01-01T00:00:00.000Z ERROR 1 --- [entente] [main] x : somebody's name\n"
            + "2020-01-01T00:00:00.000Z  WARN 1 --- [entente] [main] x : ERROR is no level here\n"
            + last
            + " ERROR 1 --- [entente] [main] x : somebody's name\n");

    doctor()
        .hiding("somebody")
        .run()
        .says(WARNING, "log", "2 errors in its last megabyte, the last on " + last, "2 erreurs");
  }

  @Test
  void serviceThatDiedIsTold() throws IOException {
    Path data = Files.createDirectory(home.resolve("data"));
    Files.writeString(
        data.resolve("service"),
        "pid=999999999\nstartedAt=2026-01-01T00:00:00Z\nurl=http://127.0.0.1:8080\n");

    doctor().run().says(BROKEN, "service", "was not stopped", "n’a pas été arrêté");
  }

  @Test
  void alertsThatNobodyWouldTakeAreTold() throws IOException {
    String dead = PlayedServer.deadUrl().replace("http://", "");

    DoctorRun.Told told =
        doctor()
            .withSecret("ENTENTE_SMTP_URL", "smtp://user:opensesame@" + dead)
            .hiding("opensesame")
            .with("ENTENTE_ALERT_MAIL_TO", "ops@example.org, boss@example.org")
            .withSecret("ENTENTE_ALERT_WEBHOOK_URL", "http://" + dead + "/opensesame")
            .run();

    told.says(BROKEN, "alerts.mail", dead, "n’est pas joint");
    told.says(BROKEN, "alerts.webhook", dead, "n’est pas joint");
  }

  @Test
  void alertsAreReachedWithoutSendingAnything() throws IOException {
    try (var mail = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var hook = new PlayedServer()) {
      DoctorRun.Told told =
          doctor()
              .with("ENTENTE_SMTP_URL", "smtp://127.0.0.1:" + mail.getLocalPort())
              .with("ENTENTE_ALERT_MAIL_TO", "ops@example.org")
              .with("ENTENTE_ALERT_WEBHOOK_URL", hook.url())
              .run();

      told.says(OK, "alerts.mail", "nothing was sent", "rien n’a été envoyé");
      told.says(OK, "alerts.webhook", "nothing was sent", "rien n’a été envoyé");
      assertThat(hook.asked()).isEmpty();
    }
  }

  @Test
  void mailWithoutAServerIsTold() {
    doctor()
        .with("ENTENTE_ALERT_MAIL_TO", "ops@example.org")
        .run()
        .says(WARNING, "settings.mail", "ENTENTE_SMTP_URL", "ENTENTE_SMTP_URL");
  }
}
