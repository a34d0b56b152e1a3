package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.durable.call.App;
import dev.entente.durable.call.LocalApp;
import dev.entente.durable.history.RunDetail;
import dev.entente.durable.store.RunStatus;
import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Instances with different apps on one database.
final class InstancesDatabaseTest {
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final Duration KNOWN = Duration.ofMillis(300);

  private final Instances instances = new Instances();

  @AfterEach
  void close() {
    instances.close();
  }

  private static App app(String id, InngestFunction... functions) {
    return new LocalApp(id, List.of(functions));
  }

  private static InngestFunction listener(String id) {
    return InngestFunction.withId(id)
        .on(Trigger.event("test/go"))
        .runs((context, step) -> step.run("work", String.class, () -> id));
  }

  private static RunDetail onlyRun(DurableEngine engine, String event) {
    return engine.runs().await(engine.runs().ofEvent(event).getFirst().id(), MOST);
  }

  @Test
  void eventSentToOneInstanceStartsTheFunctionOfAnother() throws Exception {
    DurableEngine one = instances.start(app("one", InngestFunction.withId("a").runs((_, _) -> 1)));
    instances.start(app("two", listener("b")));
    DurableEngine third = instances.start();
    one.register(app("one", listener("a")));
    Thread.sleep(KNOWN);

    for (int i = 0; i < 5; i++) {
      String event = third.events().send(Event.of("test/go", Map.of()));

      assertThat(third.runs().ofEvent(event))
          .extracting(run -> run.functionId())
          .containsExactlyInAnyOrder("one-a", "two-b");
      assertThat(onlyRun(third, event).run().status()).isEqualTo(RunStatus.COMPLETED);
    }
  }

  @Test
  void functionOfAnotherInstanceIsStartedByItsId() throws Exception {
    DurableEngine one = instances.start(app("one", listener("a")));
    instances.start(app("two", InngestFunction.withId("b").runs((_, _) -> "done")));
    Thread.sleep(KNOWN);

    String run = one.functions().start("two-b", Json.of(Map.of()));

    assertThat(one.runs().await(run, MOST).output()).contains(Json.of("done"));
  }

  @Test
  void functionOfAnotherInstanceIsInvoked() {
    instances.start(app("two", InngestFunction.withId("b").runs((_, _) -> "done")));
    DurableEngine one =
        instances.start(
            app(
                "one",
                InngestFunction.withId("a")
                    .runs(
                        (context, step) ->
                            step.invoke("ask", String.class, Invocation.of("b").ofApp("two")))));

    String run = one.functions().start("one-a", Json.of(Map.of()));

    assertThat(one.runs().await(run, MOST).output()).contains(Json.of("done"));
    String invoked =
        one.runs().find(run).orElseThrow().steps().getFirst().awaited().runId().orElseThrow();
    assertThat(one.runs().attemptsOfInvoked(run)).containsOnlyKeys(invoked);
    assertThat(one.runs().attemptsOfInvoked(run).get(invoked))
        .isEqualTo(one.runs().find(invoked).orElseThrow().attempts());
  }

  @Test
  void eventSentToOneInstanceCancelsTheRunOfAnother() {
    DurableEngine two =
        instances.start(
            app(
                "two",
                InngestFunction.withId("b")
                    .cancelOn(CancelOn.event("test/stop"))
                    .runs(
                        (context, step) -> {
                          step.sleep("long", Duration.ofHours(1));
                          return null;
                        })));
    DurableEngine one = instances.start(app("one", listener("a")));
    String run = two.functions().start("two-b", Json.of(Map.of()));

    one.events().send(Event.of("test/stop", Map.of()));

    assertThat(two.runs().await(run, MOST).run().status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void functionThatWasTakenOutIsMarkedAndStartedByNothingUntilItComesBack() {
    DurableEngine one = instances.start(app("one", listener("a"), listener("b")));
    DurableEngine other = instances.start();

    one.register(app("one", listener("a")));

    assertThat(Instances.known(one)).containsExactly("one-a");
    assertThat(one.functions().find("one-b").orElseThrow().removedAt()).isPresent();
    assertThat(one.runs().ofEvent(one.events().send(Event.of("test/go", Map.of())))).hasSize(1);
    assertThatThrownBy(() -> one.functions().start("one-b", Json.of(Map.of())))
        .isInstanceOf(RefusedException.class);

    one.register(app("one", listener("a"), listener("b")));

    assertThat(Instances.known(one)).containsExactly("one-a", "one-b");
    assertThat(other.functions().find("one-b").orElseThrow().removedAt()).isEmpty();
  }

  @Test
  void cronsOfFunctionsWithASignInTheirIdsAreDroppedExactly() {
    var withSign = InngestFunction.withId("a#b").on(Trigger.cron("0 1 * * *"));
    var plain = InngestFunction.withId("a").on(Trigger.cron("0 2 * * *")).runs((_, _) -> 1);
    DurableEngine one = instances.start(app("one", withSign.runs((_, _) -> 1), plain));
    assertThat(instances.crons()).containsExactly("one-a#0 2 * * *", "one-a#b#0 1 * * *");
    assertThat(one.functions().find("one-a").orElseThrow().nextCronAt())
        .isNotEqualTo(one.functions().find("one-a#b").orElseThrow().nextCronAt());

    one.register(app("one", plain));

    assertThat(instances.crons()).containsExactly("one-a#0 2 * * *");
  }
}
