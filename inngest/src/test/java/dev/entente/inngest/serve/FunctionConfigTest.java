package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Debounce;
import dev.entente.inngest.flow.EventBatch;
import dev.entente.inngest.flow.RateLimit;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Throttle;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.FunctionBuilder;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Definitions as the server is told them.
class FunctionConfigTest {
  private static final URI ENDPOINT = URI.create("http://app.test/api/inngest");

  private static FunctionBuilder function() {
    return InngestFunction.withId("fn");
  }

  private static String config(FunctionBuilder builder) {
    App app = new App("app", "test", List.of(builder.runs((_, _) -> null)));
    return Json.of(new FunctionConfig(app, ENDPOINT).all().getFirst()).toString();
  }

  @Test
  void everythingSaidIsTold() {
    String config =
        config(
            function()
                .name("Générer")
                .on(Trigger.event("a/b").when("event.data.n > 1"))
                .on(Trigger.cron("0 0 * * *").in(ZoneId.of("Europe/Paris")).withJitter(seconds(60)))
                .retries(0)
                .concurrency(Concurrency.ofSteps(5))
                .throttle(Throttle.of(2, seconds(60)).withBurst(3).perKey("event.data.k"))
                .rateLimit(RateLimit.of(4, Duration.ofHours(1)).perKey("event.data.k"))
                .idempotency("event.data.id")
                .debounce(Debounce.of(seconds(5)).perKey("event.data.k").atMost(seconds(600)))
                .priority("event.data.urgent ? 120 : 0")
                .cancelOn(CancelOn.event("a/stop").matching("data.id").within(Duration.ofDays(2)))
                .singleton(Singleton.skipping().perKey("event.data.k"))
                .timeouts(Timeouts.ofStart(seconds(30)).andFinish(Duration.ofHours(6))));

    assertThat(config)
        .isEqualTo(
            """
            {"id":"app-fn","name":"Générer",\
            "triggers":[{"event":"a/b","expression":"event.data.n > 1"},\
            {"cron":"TZ=Europe/Paris 0 0 * * *","jitter":"1m"}],\
            "steps":{"step":{"id":"step","name":"step","runtime":{"type":"http",\
            "url":"http://app.test/api/inngest?fnId=app-fn&stepId=step"},"retries":{"attempts":0}}},\
            "concurrency":{"limit":5},\
            "throttle":{"limit":2,"period":"1m","burst":3,"key":"event.data.k"},\
            "rateLimit":{"limit":4,"period":"1h","key":"event.data.k"},\
            "idempotency":"event.data.id",\
            "debounce":{"period":"5s","key":"event.data.k","timeout":"10m"},\
            "priority":{"run":"event.data.urgent ? 120 : 0"},\
            "singleton":{"mode":"skip","key":"event.data.k"},\
            "timeouts":{"start":"30s","finish":"6h"},\
            "cancel":[{"event":"a/stop","if":"event.data.id == async.data.id","timeout":"2d"}]}""");
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  @Test
  void batchesAreTold() {
    assertThat(
            config(
                function()
                    .batchEvents(
                        EventBatch.of(50, Duration.ofDays(1)).perKey("event.data.k").when("true"))))
        .contains(
            """
            "batchEvents":{"maxSize":50,"timeout":"24h","key":"event.data.k","if":"true"}""");
  }

  @Test
  void severalConcurrenciesAreAList() {
    assertThat(
            config(
                function()
                    .concurrency(Concurrency.ofSteps(5))
                    .concurrency(
                        Concurrency.ofSteps(9)
                            .perKey("event.data.k", Concurrency.Scope.ENVIRONMENT))))
        .contains(
            "\"concurrency\":[{\"limit\":5},{\"limit\":9,\"key\":\"event.data.k\",\"scope\":\"env\"}]");
  }

  @Test
  void concurrencyOfRunsHasAFormOfItsOwn() {
    assertThat(
            config(
                function()
                    .concurrency(Concurrency.ofRuns(1).perKey("event.data.k"))
                    .concurrency(Concurrency.ofSteps(5))))
        .contains(
            """
            "concurrency":{"fn":[{"limit":1,"key":"event.data.k"}],"step":[{"limit":5}]}""");
  }

  @Test
  void functionThatTheServerWouldRefuseCannotBeDefined() {
    refused(() -> InngestFunction.withId("").runs((_, _) -> null), "id of a function");
    refused(() -> InngestFunction.withId("a b").runs((_, _) -> null), "without blanks");
    refused(() -> define(function().retries(21)), "0..20");
    refused(() -> define(function().retries(-1)), "0..20");
    refused(() -> define(function().name("")), "name is empty");
    refused(
        () -> define(function().on(Trigger.event("a")).on(Trigger.event("a"))), "trigger twice");
    var many = function();
    IntStream.range(0, 11).forEach(i -> many.on(Trigger.event("a" + i)));
    refused(() -> define(many), "at most 10 triggers");
    var cancelled = function();
    IntStream.range(0, 6).forEach(i -> cancelled.cancelOn(CancelOn.event("a" + i)));
    refused(() -> define(cancelled), "at most 5 cancellations");
    var limited = function();
    IntStream.range(0, 3).forEach(_ -> limited.concurrency(Concurrency.ofSteps(1)));
    refused(() -> define(limited), "at most 2 concurrency of STEPS");
    for (FunctionBuilder other :
        List.of(
            function().singleton(Singleton.skipping()),
            function().debounce(Debounce.of(seconds(1))),
            function().priority("1"),
            function().cancelOn(CancelOn.event("a")))) {
      refused(() -> define(other.batchEvents(EventBatch.of(2, seconds(1)))), "with batches");
    }
  }

  private static void define(FunctionBuilder builder) {
    builder.runs((_, _) -> null);
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable definition, String words) {
    assertThatThrownBy(definition)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void idIsQuotedInTheTriggerOfItsFailureHandler() {
    InngestFunction odd =
        InngestFunction.withId("a\\'b").onFailure((_, _) -> null).runs((_, _) -> null);
    var app = new App("app", "test", List.of(odd));

    List<Map<String, Object>> all =
        new FunctionConfig(app, URI.create("https://app.test/api/inngest")).all();

    assertThat(Json.of(all.getLast()).find("triggers").orElseThrow().elements().getFirst())
        .extracting(trigger -> trigger.find("expression").flatMap(Json::text).orElseThrow())
        .isEqualTo("event.data.function_id == 'app-a\\\\\\'b'");
  }

  @Test
  void functionsOfOneAppHaveDifferentIds() {
    InngestFunction one =
        InngestFunction.withId("a").onFailure((_, _) -> null).runs((_, _) -> null);
    InngestFunction other = InngestFunction.withId("a-failure").runs((_, _) -> null);

    refused(() -> new App("app", "test", List.of(one, one)), "app-a ");
    refused(() -> new App("app", "test", List.of(one, other)), "app-a-failure");
    refused(() -> new App("a b", "test", List.of()), "id of an app");
  }
}
