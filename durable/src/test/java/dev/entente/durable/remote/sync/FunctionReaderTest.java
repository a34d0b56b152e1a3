package dev.entente.durable.remote.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.durable.remote.Calls;
import dev.entente.durable.remote.json.TimeText;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions as apps of other SDKs tell them.
class FunctionReaderTest {
  private static final String STEPS =
      """
      {"step":{"id":"step","name":"step","runtime":{"type":"http",
      "url":"https://elsewhere.test/x/inngest?fnId=shop-fn&stepId=step&tenant=7"}}}""";

  private static FunctionReader.Told read(String member, String value) {
    Map<String, Json> function = new LinkedHashMap<>();
    function.put("id", Json.of("shop-fn"));
    function.put("triggers", Json.of(List.of()));
    function.put("steps", Json.parse(STEPS));
    function.put(member, Json.parse(value));
    return new FunctionReader("shop").read(Json.of(function));
  }

  private static FunctionDefinition definition(String member, String value) {
    return read(member, value).definition();
  }

  @Test
  void whatIsLeftOutIsAsUsual() {
    assertThat(definition("name", "null"))
        .isEqualTo(
            new FunctionDefinition("shop-fn", "shop", "shop-fn", List.of(), 4, FlowControl.NONE));
  }

  @Test
  void callsGoToThePathThatIsToldAndNotToTheHost() {
    assertThat(read("name", "null").url().at("http://127.0.0.1:3000", Calls.hash("x")))
        .isEqualTo(
            URI.create(
                "http://127.0.0.1:3000/x/inngest?fnId=shop-fn&tenant=7&stepId=" + Calls.hash("x")));
  }

  @Test
  void retriesMayStandBesideTheSteps() {
    assertThat(definition("retries", "7").retries()).isEqualTo(7);
  }

  @Test
  void checkpointingIsPassedOver() {
    assertThat(definition("checkpoint", "{\"batch_steps\":3}").flow()).isEqualTo(FlowControl.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "{\"limit\":5}", "[5]", "{\"step\":[{\"limit\":5,\"scope\":\"fn\"}]}"})
  void concurrencyOfStepsHasManyForms(String json) {
    assertThat(definition("concurrency", json).flow().concurrency())
        .containsExactly(Concurrency.ofSteps(5));
  }

  @Test
  void concurrencyMayBeOfBoth() {
    assertThat(
            definition("concurrency", "{\"fn\":{\"limit\":1,\"key\":\"event.data.k\"},\"step\":5}")
                .flow()
                .concurrency())
        .containsExactly(Concurrency.ofSteps(5), Concurrency.ofRuns(1).perKey("event.data.k"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TZ=Europe/Paris 0 4 * * *", "CRON_TZ=Europe/Paris  0 4 * * *"})
  void zoneStandsBeforeACron(String cron) {
    assertThat(
            definition("triggers", "[{\"cron\":\"%s\",\"jitter\":\"1m30s\"}]".formatted(cron))
                .triggers())
        .containsExactly(
            Trigger.cron("0 4 * * *")
                .in(ZoneId.of("Europe/Paris"))
                .withJitter(Duration.ofSeconds(90)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | \"other-fn\" | must begin with shop-",
        "id | \"shop-\" | 1 to 255 characters",
        "rateLimits | {} | does not know rateLimits",
        "throttle | {\"limit\":1,\"period\":\"1m\",\"weight\":2} | does not know throttle.weight",
        "throttle | {\"limit\":0,\"period\":\"1m\"} | limit of a throttle must be at least 1",
        "throttle | {\"limit\":1} | throttle.period is missing",
        "throttle | {\"limit\":1,\"period\":\"1y\"} | throttle.period: a duration is such as 2h45m",
        "throttle | {\"limit\":1,\"period\":60} | throttle.period must be a text",
        "throttle | [] | throttle must be an object",
        "debounce | {\"period\":\"8d\"} | from 1s to 1w",
        "concurrency | 1.5 | concurrency must be a whole number",
        "concurrency | {\"fn\":[1,2]} | at most 1 concurrency of RUNS",
        "concurrency | {\"limit\":1,\"scope\":\"world\"} | fn, env or account",
        "concurrency | {\"limit\":1,\"scope\":\"env\"} | needs a key",
        "concurrency | {\"fn\":1,\"account\":2} | does not know concurrency.account",
        "singleton | {\"mode\":\"wait\"} | skip or cancel",
        "cancel | {} | cancel must be an array",
        "cancel | [{\"if\":\"true\"}] | cancel.event is missing",
        "cancel | [{\"event\":\"a\",\"match\":\"data.id\"}] | does not know cancel.match",
        "triggers | [{}] | either event or cron",
        "triggers | [{\"event\":\"a\",\"cron\":\"* * * * *\"}] | either event or cron",
        "triggers | [{\"event\":\"a\",\"jitter\":\"1m\"}] | does not know triggers.jitter",
        "triggers | [{\"event\":\"a\"},{\"event\":\"a\"}] | has a trigger twice",
        "triggers | [{\"cron\":\"@daily\"}] | 5 fields",
        "triggers | [{\"cron\":\"TZ=Mars/North * * * * *\"}] | a region such as Europe/Paris",
        "triggers | [{\"cron\":\"TZ=+02:00 * * * * *\"}] | a region such as Europe/Paris",
        "retries | 21 | retries must be in 0..20",
        "steps | {} | steps.step is missing",
        "steps | {\"step\":{},\"other\":{}} | does not know steps.other",
        "steps | {\"step\":{\"runtime\":{\"type\":\"ws\",\"url\":\"ws://x\"}}} | calls http alone",
        "steps | {\"step\":{\"runtime\":{\"type\":\"http\",\"url\":\"file:/etc\"}}} | an address of HTTP",
        "priority | {\"start\":\"1\"} | does not know priority.start",
        "timeouts | {\"finish\":\"0s\"} | from 1s",
        "batchEvents | {\"maxSize\":1,\"timeout\":\"1s\"} | must be in 2..100",
        "idempotency | \" \" | is blank"
      })
  void whatIsMalformedIsRefusedAndNamed(String member, String value, String words) {
    assertThatThrownBy(() -> read(member, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("app shop, function ")
        .hasMessageContaining(words);
  }

  @Test
  void whatIsNoFunctionIsRefused() {
    assertThatThrownBy(() -> new FunctionReader("shop").read(Json.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a function must be an object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "h", "-1s", "1h ", "P1D", "9999999999w", "1y"})
  void durationsOfOtherFormsAreRefused(String text) {
    assertThatThrownBy(() -> TimeText.duration(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got: " + text);
  }
}
