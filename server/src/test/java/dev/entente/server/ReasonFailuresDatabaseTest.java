package dev.entente.server;

import static dev.entente.testkit.GeminiBehaviour.PER_DAY;
import static dev.entente.testkit.GeminiBehaviour.PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.spending.Report;
import dev.entente.server.reasons.spending.Spending;
import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiStandIn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Whatever a model does, a run is completed, its lists have reasons at once, and what became of
/// each text is counted.
class ReasonFailuresDatabaseTest {
  private static final int ALL = Apprentices.COUNT;
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Gate GATE = new Gate();

  private static GeminiStandIn gemini;
  private static TestService service;
  private static Api api;

  @BeforeAll
  static void start() throws IOException {
    gemini = GeminiStandIn.start(ModelService.KEY, () -> service.clock.instant());
    service = ModelService.start(gemini, Map.of());
    api = service.api();
    ModelService.importAll(api, Apprentices.postings(1), Apprentices.candidates());
    awaitEnd();
  }

  @AfterAll
  static void end() {
    service.close();
    gemini.close();
  }

  /// A night with such a model.
  ///
  /// @param script what it does first
  /// @param then what it does ever after
  /// @param calls that are made, by how they end
  /// @param written texts of the model that are stored
  /// @param fallbacks texts that the template stays for, by cause
  record Night(
      String name,
      List<GeminiBehaviour> script,
      GeminiBehaviour then,
      Map<String, Long> calls,
      int written,
      Map<String, Long> fallbacks) {
    // After a call that failed, half as many are asked about at once.
    static Night mended(String name, GeminiBehaviour first, String end) {
      long later = end.equals("RATE_LIMITED") ? 1 : 2;
      Map<String, Long> calls =
          end.equals("ANSWERED") ? Map.of(end, 2L) : Map.of(end, 1L, "ANSWERED", later);
      return new Night(name, List.of(first), GeminiBehaviour.success(), calls, ALL, Map.of());
    }

    static Night lost(String name, GeminiBehaviour always, Map<String, Long> calls, String cause) {
      return new Night(name, List.of(), always, calls, 0, Map.of(cause, (long) ALL));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Night> nights() {
    GeminiBehaviour honest = GeminiBehaviour.success();
    Map<String, Long> twice = Map.of("ANSWERED", 2L);
    Map<String, Long> malformed = Map.of("MALFORMED", 2L);
    Map<String, Long> inHalves = Map.of("MALFORMED", 10L); // of four, of two, then of each twice
    return Stream.of(
        new Night(
            "slow",
            List.of(),
            honest.after(Duration.ofSeconds(1)),
            Map.of("ANSWERED", 1L),
            ALL,
            Map.of()),
        Night.mended(
            "429 with a delay",
            GeminiBehaviour.limited(Duration.ofSeconds(40), PER_MINUTE),
            "RATE_LIMITED"),
        Night.mended(
            "429 for the day", GeminiBehaviour.limited(Duration.ZERO, PER_DAY), "RATE_LIMITED"),
        Night.mended("500 once", GeminiBehaviour.failing(500), "UNAVAILABLE"),
        Night.mended("cut once", honest.cut(), "UNAVAILABLE"),
        Night.mended(
            "skill invented once", GeminiBehaviour.inventedSkill("Kubernetes"), "ANSWERED"),
        Night.mended("truncated once", GeminiBehaviour.truncated(), "MALFORMED"),
        Night.lost("blocked", GeminiBehaviour.promptBlocked(), Map.of("BLOCKED", 1L), "BLOCKED"),
        Night.lost(
            "answer blocked",
            GeminiBehaviour.answerBlocked("SAFETY"),
            Map.of("BLOCKED", 1L),
            "BLOCKED"),
        Night.lost("truncated", GeminiBehaviour.truncated(), inHalves, "MALFORMED"),
        Night.lost("5 MB", GeminiBehaviour.large(5_000_000), inHalves, "MALFORMED"),
        Night.lost("no JSON", GeminiBehaviour.text("I am sorry."), malformed, "MALFORMED"),
        Night.lost("other language", GeminiBehaviour.wrongLanguage(), twice, "OTHER_LANGUAGE"),
        Night.lost(
            "skill invented", GeminiBehaviour.inventedSkill("Kubernetes"), twice, "UNKNOWN_SKILL"),
        Night.lost("prompt echoed", GeminiBehaviour.promptEchoed(), twice, "TOO_LONG"),
        Night.lost("extra candidate", GeminiBehaviour.extraKey("m99"), twice, "MALFORMED"),
        new Night(
            "missing candidate",
            List.of(),
            GeminiBehaviour.missingKey(),
            twice,
            ALL - 1,
            Map.of("NOT_ANSWERED", 1L)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nights")
  void runIsCompletedWhateverTheModelDoes(Night night) {
    int before = gemini.requests().size();
    Apprentices.turnMonth(service);
    GATE.close();
    gemini.script(night.script().stream().map(GATE::before).toArray(GeminiBehaviour[]::new));
    gemini.otherwise(GATE.before(night.then()));

    JsonNode run = api.run();

    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    requireReasons(0);
    GATE.open();
    awaitEnd();
    requireReasons(night.written());
    Report report = report(run);
    assertThat(report.usage().calls()).isEqualTo(night.calls());
    assertThat(report.texts().written()).isEqualTo(night.written());
    assertThat(report.texts().fallbacks()).isEqualTo(night.fallbacks());
    assertThat(gemini.requests().size() - before).isEqualTo((int) report.usage().total());
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("downs")
  void modelThatStaysAwayIsGivenUp(GeminiBehaviour away, String cause) {
    int before = gemini.requests().size();
    Apprentices.turnMonth(service);
    gemini.otherwise(away);

    JsonNode run = api.run();
    awaitEnd();

    requireReasons(0);
    assertThat(report(run).texts().fallbacks()).isEqualTo(Map.of(cause, (long) ALL));
    assertThat(gemini.requests().size() - before).isBetween(2, 10);
  }

  private static Stream<Arguments> downs() {
    return Stream.of(
        Arguments.of(GeminiBehaviour.failing(503), "UNAVAILABLE"),
        Arguments.of(GeminiBehaviour.plain(403, "no"), "REFUSED"));
  }

  private static Report report(JsonNode run) {
    return service.part(Spending.class).report(UUID.fromString(run.get("id").stringValue()));
  }

  private static void requireReasons(int byModel) {
    JsonNode matches = api.list("p-1");
    assertThat(matches).hasSize(ALL);
    for (JsonNode match : matches) {
      assertThat(match.get("aiReason").stringValue()).hasSizeBetween(40, 600);
    }
    assertThat(matches.valueStream().map(match -> match.get("aiReasonSource").stringValue()))
        .filteredOn("GEMINI"::equals)
        .hasSize(byModel);
  }

  /// Waits until no reason is awaited, while time passes; what rests for long is not waited for.
  private static void awaitEnd() {
    service.settle();
    Api.until(() -> !ModelService.isWaiting(service) || passed());
  }

  private static boolean passed() {
    if (gemini.inFlight() == 0) {
      service.clock.advance(Duration.ofSeconds(1));
      service
          .part(Spending.class)
          .today()
          .halt()
          .flatMap(Report.Halt::until)
          .filter(until -> until.isAfter(service.clock.instant().plus(LONG)))
          .ifPresent(service.clock::set);
    }
    return false;
  }
}
