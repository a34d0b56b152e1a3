package dev.entente.durable.remote;

import static dev.entente.durable.remote.Calls.done;
import static dev.entente.durable.remote.Calls.hash;
import static dev.entente.durable.remote.Calls.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.durable.call.Call;
import dev.entente.durable.call.KeptStep;
import dev.entente.durable.call.StepKind;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.inngest.Inngest;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.StepOptions;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.function.RetryAfterException;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.HttpServerAdapter;
import dev.entente.inngest.settings.SigningKey;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An app served by our own SDK, called over HTTP.
class RemoteAppProtocolTest {
  private static final String KEY = "signkey-test-0123456789abcdef0123456789abcdef";
  private static final String OTHER_KEY = "7468697320697320612074657374206b6579";
  private static final String WAIT = "a wait";

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @AfterEach
  void close() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private static InngestFunction function(String id, FunctionBody body) {
    return InngestFunction.withId(id).on(Trigger.event("shop/order.placed")).runs(body);
  }

  private RemoteEndpoint serve(Map<String, String> environment, FunctionBody body) {
    var server =
        LoopbackServer.start(
            new HttpServerAdapter(Inngest.of(Calls.APP, environment).serve(function("fn", body))));
    opened.push(server);
    return RemoteEndpoint.of(server.url("/api/inngest"));
  }

  private RemoteApp open(RemoteEndpoint endpoint) {
    var app = new RemoteApp(endpoint, InstantSource.system());
    opened.push(app);
    return app;
  }

  private CallResult result(FunctionBody body, Call call) {
    RemoteApp app =
        open(
            serve(Map.of("INNGEST_SIGNING_KEY", KEY), body)
                .signedWith(SigningKey.of("key", KEY))
                .named(Calls.APP));
    assertThat(app.functions()).extracting(FunctionDefinition::id).containsExactly("shop-fn");
    return app.caller().call(call).result();
  }

  private static CallResult.Reported reported(Operation... operations) {
    return new CallResult.Reported(List.of(operations));
  }

  private static StepRef ref(String id) {
    return new StepRef(hash(id), id);
  }

  @Test
  void valueOfAFunctionComesBack() {
    CallResult result =
        result(
            (context, _) ->
                Map.of("id", context.event().data().find("id").orElseThrow(), "text", "é€😀"),
            Calls.of("fn"));

    assertThat(result)
        .isEqualTo(new CallResult.Returned(Json.parse("{\"id\":\"o-1\",\"text\":\"é€😀\"}")));
  }

  @Test
  void runAndEventReachTheFunction() {
    CallResult result =
        result(
            (context, _) ->
                List.of(
                    context.runId(),
                    context.attempt(),
                    context.maxAttempts(),
                    context.event().id().orElseThrow(),
                    context.event().time().orElseThrow().toString()),
            Calls.of("fn", 3, Calls.EVENT));

    assertThat(result)
        .isEqualTo(
            new CallResult.Returned(
                Json.of(List.of(Calls.RUN, 3, 5, "e-1", Calls.NOW.toString()))));
  }

  @Test
  void stepIsRunAndReported() {
    CallResult result = result((_, step) -> step.run("one", int.class, () -> 1), Calls.of("fn"));

    assertThat(result)
        .isEqualTo(reported(new Operation.StepRun(ref("one"), StepOptions.NONE, Json.of(1))));
  }

  @Test
  void inputOfAStepIsReported() {
    record Order(int n) {}
    CallResult result =
        result(
            (_, step) -> step.run("double", int.class, new Order(21), order -> order.n() * 2),
            Calls.of("fn"));

    assertThat(result)
        .isEqualTo(
            reported(
                new Operation.StepRun(
                    ref("double"),
                    new StepOptions(Optional.empty(), Optional.of(Json.of(Map.of("n", 21)))),
                    Json.of(42))));
  }

  @Test
  void editedInputIsRunWith() {
    record Order(int n) {}
    var edited =
        new KeptStep(hash("double"), StepKind.RUN, new Memo.Edited(Json.of(Map.of("n", 4))));
    CallResult result =
        result(
            (_, step) -> step.run("double", int.class, new Order(21), order -> order.n() * 2),
            Calls.of("fn", edited));

    assertThat(result)
        .isInstanceOfSatisfying(
            CallResult.Reported.class,
            all ->
                assertThat(all.operations().getFirst())
                    .isInstanceOfSatisfying(
                        Operation.StepRun.class,
                        run -> assertThat(run.result()).isEqualTo(Json.of(8))));
  }

  @Test
  void keptStepsOfEachKindAreReplayed() {
    FunctionBody body =
        (_, step) -> {
          int one = step.run("one", int.class, () -> 0);
          step.sleep("pause", Duration.ofSeconds(1));
          Optional<Event> none = step.waitForEvent(WAIT, EventWait.of("a/b", Duration.ofDays(1)));
          Optional<Event> some =
              step.waitForEvent("other", EventWait.of("a/b", Duration.ofDays(1)));
          int seven = step.invoke("call", int.class, Invocation.of("score"));
          String failure;
          try {
            failure = step.run("fails", String.class, () -> "no");
          } catch (StepException e) {
            failure = e.report().name() + ": " + e.getMessage();
          }
          return List.of(one, none.isPresent(), some.orElseThrow().name(), seven, failure);
        };
    var error =
        new ErrorReport("Odd", "broken", Optional.empty(), Optional.empty(), Optional.empty());
    CallResult result =
        result(
            body,
            Calls.of(
                "fn",
                done("one", StepKind.RUN, 1),
                new KeptStep(hash("pause"), StepKind.SLEEP, new Memo.Done(Json.NULL)),
                new KeptStep(hash(WAIT), StepKind.EVENT_WAIT, new Memo.Done(Json.NULL)),
                done("other", StepKind.EVENT_WAIT, Map.of("name", "a/b", "data", Map.of())),
                done("call", StepKind.INVOCATION, 7),
                new KeptStep(hash("fails"), StepKind.RUN, new Memo.Failed(error))));

    assertThat(result)
        .isEqualTo(new CallResult.Returned(Json.of(List.of(1, false, "a/b", 7, "Odd: broken"))));
  }

  @Test
  void groupIsReportedWithEachKindOfStep() {
    Instant noon = Instant.parse("2026-12-24T12:00:00Z");
    Duration hour = Duration.ofHours(1);
    EventWait wait = EventWait.of("a/b", Duration.ofDays(8)).matching("data.id");
    CallResult result =
        result(
            (_, step) -> {
              step.parallel(
                  () -> step.run("one", () -> {}),
                  () -> step.sleep("hour", hour),
                  () -> step.sleepUntil("noon", noon),
                  () -> step.waitForEvent("wait", wait),
                  () ->
                      step.invoke("own", int.class, Invocation.of("score-it").with(Map.of("n", 1))),
                  () ->
                      step.invoke("other", int.class, Invocation.of("b").ofApp("a").within(hour)));
              return null;
            },
            Calls.of("fn"));

    assertThat(result)
        .isEqualTo(
            reported(
                new Operation.StepPlanned(ref("one"), StepOptions.NONE),
                new Operation.Sleep(ref("hour"), hour),
                new Operation.SleepUntil(ref("noon"), noon),
                new Operation.WaitForEvent(ref("wait"), wait),
                new Operation.InvokeFunction(
                    ref("own"), Invocation.of("score-it").with(Map.of("n", 1))),
                new Operation.InvokeFunction(
                    ref("other"), Invocation.of("b").ofApp("a").within(hour))));
  }

  @Test
  void plannedStepIsRunAlone() {
    FunctionBody body =
        (_, step) ->
            step.parallel(
                () -> step.run("one", int.class, () -> 1),
                () -> step.run("two", int.class, () -> 2));

    CallResult result = result(body, running("two", Calls.of("fn")));

    assertThat(result)
        .isEqualTo(reported(new Operation.StepRun(ref("two"), StepOptions.NONE, Json.of(2))));
  }

  @Test
  void missingStepIsToldAsSuch() {
    CallResult result =
        result(
            (_, step) -> step.run("renamed", int.class, () -> 1), running("old", Calls.of("fn")));

    assertThat(result).isEqualTo(new CallResult.StepMissing(hash("old"), List.of(ref("renamed"))));
  }

  private Retry retryOf(FunctionBody body, int attempt) {
    return switch (result(body, Calls.of("fn", attempt, Calls.EVENT))) {
      case CallResult.Failed failed -> failed.retry();
      case CallResult.Reported(var all) -> ((Operation.StepError) all.getFirst()).retry();
      case CallResult.Returned _, CallResult.StepMissing _ -> throw new AssertionError();
    };
  }

  private static FunctionBody failing(RuntimeException failure) {
    return (_, _) -> {
      throw failure;
    };
  }

  private static FunctionBody failingInStep(RuntimeException failure) {
    return (_, step) -> {
      step.run(
          "fails",
          () -> {
            throw failure;
          });
      return null;
    };
  }

  @Test
  void failureIsTriedAgainAsUsual() {
    assertThat(retryOf(failing(new IllegalStateException("no network")), 0))
        .isEqualTo(new Retry.Usual());
  }

  @Test
  void failureBehindTheLastAttemptIsNot() {
    assertThat(retryOf(failing(new IllegalStateException("no network")), 4))
        .isEqualTo(new Retry.Never());
  }

  @Test
  void failureForGoodIsNotTriedAgain() {
    assertThat(retryOf(failing(new NonRetriableException("no")), 0)).isEqualTo(new Retry.Never());
  }

  @Test
  void failureSaysWhenToTryAgain() {
    assertThat(retryOf(failing(new RetryAfterException("later", Duration.ofSeconds(90))), 0))
        .isEqualTo(new Retry.After(Duration.ofSeconds(90)));
  }

  @Test
  void failureOfAStepIsTriedAgainAsUsual() {
    assertThat(retryOf(failingInStep(new IllegalStateException("no network")), 0))
        .isEqualTo(new Retry.Usual());
  }

  @Test
  void failureOfAStepForGoodIsNotTriedAgain() {
    assertThat(retryOf(failingInStep(new NonRetriableException("no")), 0))
        .isEqualTo(new Retry.Never());
  }

  @Test
  void failureOfAStepSaysWhenToTryAgain() {
    assertThat(retryOf(failingInStep(new RetryAfterException("later", Duration.ofDays(9))), 0))
        .isEqualTo(new Retry.After(Duration.ofHours(24)));
  }

  @Test
  void errorOfAStepKeepsItsMessage() {
    CallResult result =
        result(failingInStep(new IllegalStateException("no network")), Calls.of("fn"));

    assertThat(result)
        .isInstanceOfSatisfying(
            CallResult.Reported.class,
            all ->
                assertThat(((Operation.StepError) all.operations().getFirst()).error())
                    .satisfies(
                        error -> {
                          assertThat(error.message()).isEqualTo("no network");
                          assertThat(error.stack()).isPresent();
                        }));
  }

  @Test
  void devModeNeedsNoKey() {
    RemoteApp app = open(serve(Map.of("INNGEST_DEV", "1"), (_, _) -> "done"));

    assertThat(app.id()).isEqualTo("shop");
    assertThat(app.caller().call(Calls.of("fn")).result())
        .isEqualTo(new CallResult.Returned(Json.of("done")));
  }

  @Test
  void oldKeyOfAnAppIsStillTaken() {
    RemoteEndpoint endpoint =
        serve(
            Map.of("INNGEST_SIGNING_KEY", OTHER_KEY, "INNGEST_SIGNING_KEY_FALLBACK", KEY),
            (_, _) -> "done");
    RemoteApp app = open(endpoint.signedWith(SigningKey.of("key", KEY)));

    assertThat(app.functions()).hasSize(1);
    assertThat(app.caller().call(Calls.of("fn")).result())
        .isEqualTo(new CallResult.Returned(Json.of("done")));
  }

  @Test
  void wrongKeyIsSaidAndNotShown() {
    RemoteApp app =
        open(
            serve(Map.of("INNGEST_SIGNING_KEY", OTHER_KEY), (_, _) -> "done")
                .signedWith(SigningKey.of("key", KEY)));

    assertThatThrownBy(app::functions)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("status 401")
        .hasMessageContaining("compare the signing keys")
        .hasMessageNotContaining("0123456789abcdef");
    assertThat(app.caller().call(Calls.of("fn")).result())
        .isInstanceOfSatisfying(
            CallResult.Failed.class,
            failed -> {
              assertThat(failed.error().message()).contains("compare the signing keys");
              assertThat(failed.retry()).isEqualTo(new Retry.Usual());
            });
  }

  @Test
  void functionThatWasNeverAskedForIsCalledAtTheEndpoint() {
    RemoteApp app = open(serve(Map.of("INNGEST_DEV", "1"), (_, _) -> "done"));

    assertThat(app.caller().call(Calls.of("gone")).result())
        .isInstanceOfSatisfying(
            CallResult.Failed.class,
            failed -> assertThat(failed.error().message()).contains("no function shop-gone"));
  }

  @Test
  void otherAppThanExpectedIsRefused() {
    RemoteApp app = open(serve(Map.of("INNGEST_DEV", "1"), (_, _) -> "done").named("bakery"));

    assertThatThrownBy(app::functions)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("this is the app shop, and bakery was expected");
  }

  @Test
  void appThatTellsNothingInItsAnswerIsRefused() {
    Map<String, String> environment = new HashMap<>();
    environment.put("INNGEST_DEV", "http://127.0.0.1:1");
    environment.put("INNGEST_ALLOW_IN_BAND_SYNC", "0");
    RemoteApp app = open(serve(environment, (_, _) -> "done"));

    assertThatThrownBy(app::functions).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void callsKeepToTheHostThatTheAppWasGivenWith() {
    Map<String, String> environment = new HashMap<>();
    environment.put("INNGEST_DEV", "1");
    environment.put("INNGEST_SERVE_ORIGIN", "http://elsewhere.test:1");
    RemoteApp app = open(serve(environment, (_, _) -> "done"));
    app.functions();

    assertThat(app.caller().call(Calls.of("fn")).result())
        .isEqualTo(new CallResult.Returned(Json.of("done")));
  }

  @Test
  void addressWithAUserIsRefused() {
    assertThatThrownBy(() -> RemoteEndpoint.of(URI.create("http://me@host/api")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without user");
  }
}
