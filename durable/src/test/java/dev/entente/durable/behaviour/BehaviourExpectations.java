package dev.entente.durable.behaviour;

import static dev.entente.durable.behaviour.Expectation.COMPLETED;
import static dev.entente.durable.behaviour.Expectation.cancelled;
import static dev.entente.durable.behaviour.Expectation.completed;
import static dev.entente.durable.behaviour.Expectation.failed;

import java.util.List;

/// What becomes of each function's run, one line a function, in their order.
public final class BehaviourExpectations {
  private BehaviourExpectations() {}

  /// All of them.
  public static List<Expectation> all() {
    return List.of(
        completed("values", "[null,true,42,0.5,\"text\",[1,\"two\",null],{\"a\":{\"b\":[]}}]")
            .done("null", "boolean", "integer", "fraction", "text", "array", "object"),
        completed("two-steps", "2").done("one", "two"),
        completed("step-retries", "2").done("flaky").tried(3),
        failed("step-fails", "broken").broken("broken").tried(2),
        completed("step-caught", "\"undone: broken\"").broken("broken").done("undo"),
        failed("step-fails-for-good", "no").broken("broken"),
        failed("body-fails-for-good", "no"),
        completed("body-retries", "1").tried(2),
        failed("body-fails", "broken").tried(2),
        failed("no-retries", "broken"),
        completed("sleeps", "\"awake\"").done("nap"),
        completed("sleeps-until-past", "\"awake\"").done("past"),
        completed("waits", "\"Ada\"")
            .done("approval")
            .then("behaviour/approved", "{\"id\":\"waits\",\"by\":\"Ada\"}"),
        completed("wait-times-out", "\"nobody\"").done("approval"),
        completed("doubles", "42").with("{\"n\":21}"),
        failed("fails-at-once", "no"),
        completed("invokes", "42").done("call"),
        completed("invokes-failing", "\"caught: no\"").broken("call"),
        completed("invoke-times-out", "\"InngestInvokeTimeoutError\"").broken("call"),
        completed("sends", "1").done("tell").sending("behaviour/doubles", "{\"n\":1}"),
        completed("parallel-runs", "[\"A\",\"B\",\"C\"]").done("a", "b", "c").inAnyOrder(),
        completed("parallel-mixed", "[\"ran\",\"slept\",\"nobody\"]")
            .done("run", "sleep", "wait")
            .inAnyOrder(),
        completed("branches", "[11,11]").done("x 1", "y 1", "x 2", "y 2").inAnyOrder(),
        completed("loop", "[0,1,2]").done("load", "load", "load"),
        failed("on-failure", "broken").sending("behaviour/recorded", "{\"message\":\"broken\"}"),
        cancelled("cancelled").pending("long").then("behaviour/stop", "{\"id\":\"cancelled\"}"),
        cancelled("times-out").pending("long"),
        completed("singleton", "\"done\"").done("nap").started(2, COMPLETED, "SKIPPED"),
        completed("one-at-a-time", "\"done\"").done("work").started(2, COMPLETED, COMPLETED),
        completed("idempotent", "\"done\"").started(2, COMPLETED),
        completed("step-input", "42").done("double"),
        completed("large-output", "1048576").done("large"),
        completed("unicode", "\"日本 — é€😀\\n\\\\\\\"\"")
            .with("{\"text\":\"日本\"}")
            .done("é€😀 \\ \"'"));
  }
}
