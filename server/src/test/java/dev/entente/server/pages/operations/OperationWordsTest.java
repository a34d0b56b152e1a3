package dev.entente.server.pages.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.history.StepStatus;
import dev.entente.durable.store.RunStatus;
import dev.entente.server.generation.FunctionDefinitions;
import dev.entente.server.pages.wording.TestWording;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.reasons.work.ReasonFunctions;
import dev.entente.server.runs.NightSchedule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationWordsTest {
  private final Wording english = TestWording.of(Locale.ENGLISH);
  private final Wording french = TestWording.of(Locale.FRENCH);

  @Test
  void cronOfEveryDayIsToldInWords() {
    assertThat(CronWords.of("TZ=Europe/Paris 0 0 * * *", english))
        .isEqualTo("every day at 00:00, Europe/Paris");
    assertThat(CronWords.of("5 17 * * *", french)).isEqualTo("tous les jours à 17:05, UTC");
    assertThat(CronWords.of("0 0 * * 1", english)).isEqualTo("by the clock");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyFunctionAndStatusHasItsWords(String language) {
    Wording wording = TestWording.of(Locale.of(language));
    List<String> functions =
        Stream.concat(
                FunctionDefinitions.list(NightSchedule.USUAL).stream(),
                Stream.of(ReasonFunctions.definition()))
            .map(function -> function.runs((_, _) -> "").id())
            .toList();

    assertThat(functions)
        .isNotEmpty()
        .allSatisfy(
            id -> {
              assertThat(FunctionNames.name(id, "", wording)).isNotEmpty();
              assertThat(FunctionNames.about(id, wording)).isNotEmpty();
            });
    Arrays.stream(RunStatus.values())
        .forEach(status -> assertThat(wording.text("ops.run." + status)).isNotEmpty());
    Arrays.stream(StepStatus.values())
        .forEach(status -> assertThat(wording.text("ops.step." + status)).isNotEmpty());
  }

  @Test
  void dataThatAreNoObjectAreToldWithTheirPlace() {
    assertThat(EventData.read("{\"a\": 1}")).isInstanceOf(EventData.Typed.Right.class);
    assertThat(EventData.read(" \n ")).isEqualTo(new EventData.Typed.Right("{}"));
    assertThat(EventData.read("[]")).isEqualTo(new EventData.Typed.NoObject());
    assertThat(EventData.read("{\"a\":1} x")).isInstanceOf(EventData.Typed.Broken.class);
    assertThat(EventData.read("{\n\"a\":1,\n\"a\":2}"))
        .isInstanceOfSatisfying(
            EventData.Typed.Broken.class, broken -> assertThat(broken.line()).isEqualTo(3));
    assertThat(EventData.read("x".repeat(EventData.LONGEST + 1)))
        .isEqualTo(new EventData.Typed.TooLong());
    assertThat(EventData.pretty("{\"a\":[1,2.50]}")).contains("\"a\"", "2.50").contains("\n");
  }

  @Test
  void addressOfAPageKeepsWhatIsFiltered() {
    var filters = new EventFilters("a&b/ç", "2026-02-31", "", "yes", "01K", null);

    assertThat(filters.address("02K"))
        .isEqualTo("/events?name=a%26b%2F%C3%A7&from=2026-02-31&own=yes&before=02K");
    assertThat(filters.query().from().orElseThrow()).isEqualTo("2026-02-28T00:00:00Z");
    assertThat(EventFilters.NONE.address("")).isEqualTo("/events");
  }
}
