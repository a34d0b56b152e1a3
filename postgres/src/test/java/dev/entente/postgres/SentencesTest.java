package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
  private static final Path FOLDER = Path.of("/srv/data");

  @ParameterizedTest
  @EnumSource
  void everyFailureHasASentenceInBothLanguagesThatShowsItsArguments(PostgresFailure.Kind kind) {
    PostgresFailure failure = PostgresFailure.of(kind, "FIRST", "SECOND", "THIRD", "FOURTH");

    String english = failure.text(Locale.ENGLISH);
    String french = failure.text(Locale.FRENCH);

    assertThat(english).isEqualTo(failure.getMessage()).isNotEqualTo(french).doesNotContain("{");
    assertThat(Stream.of("FIRST", "SECOND", "THIRD", "FOURTH").filter(french::contains))
        .containsExactlyElementsOf(
            Stream.of("FIRST", "SECOND", "THIRD", "FOURTH").filter(english::contains).toList());
  }

  static Stream<PostgresEvent> events() {
    return Stream.of(
        new PostgresEvent.Unpacking(FOLDER),
        new PostgresEvent.CreatingCluster(FOLDER),
        new PostgresEvent.Moved(Path.of("/root/data"), FOLDER, "entente"),
        new PostgresEvent.AccountAdded("entente"),
        new PostgresEvent.RunsAs("entente"),
        new PostgresEvent.OrphanStopped(12345),
        new PostgresEvent.Died(12345),
        new PostgresEvent.Restarted(12345, Duration.ofMillis(1500)),
        new PostgresEvent.RestartFailed(
            PostgresFailure.of(PostgresFailure.Kind.PORT_TAKEN, 12345), Duration.ofMillis(500)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventHasASentenceInBothLanguages(PostgresEvent event) {
    assertThat(event.text(Locale.ENGLISH))
        .isNotEqualTo(event.text(Locale.FRENCH))
        .doesNotContain("{")
        .containsAnyOf(FOLDER.toString(), "entente", "12345");
    assertThat(event.text(Locale.GERMAN)).isEqualTo(event.text(Locale.ENGLISH));
  }

  @Test
  void noSentenceIsLeftOver() {
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
      assertThat(ResourceBundle.getBundle("dev.entente.postgres.sentences", language).keySet())
          .hasSize(
              PostgresFailure.Kind.values().length
                  + PostgresEvent.class.getPermittedSubclasses().length);
    }
  }

  @Test
  void secondsAreWrittenAsTheLanguageDoes() {
    var event = new PostgresEvent.Restarted(7, Duration.ofMillis(1540));

    assertThat(event.text(Locale.ENGLISH))
        .isEqualTo("The database answers again after 1.5 s (process 7).");
    assertThat(event.text(Locale.FRENCH)).contains("1,5 s");
  }

  @Test
  void quotedLinesStayLinesButCannotMoveTheCursor() {
    var failure =
        PostgresFailure.of(
            PostgresFailure.Kind.START_FAILED,
            "/srv/\u001b[2Jpostgres.log",
            ServerLog.lastLines("1\n2\n\n3\n4\r5\n5\n6\n"));

    assertThat(failure).hasMessageEndingWith("/srv/?[2Jpostgres.log:\n3\n4\n5\n5\n6");
  }
}
