package dev.entente.durable.engine;

import dev.entente.durable.call.App;
import dev.entente.durable.call.LocalApp;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.function.Step;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Functions whose processes are killed, with the same results whatever happens. Shared by threads.
record LawFunctions(StepCode code) {
  /// Starts all that a function can do.
  static final String WHOLE = "law/whole";

  /// Starts the steps that its data name, side by side.
  static final String GROUP = "law/group";

  /// Starts 100 steps, 60 one behind the other and 40 side by side.
  static final String MANY = "law/many";

  private static final int SEQUENCE = 60;
  private static final int SIDE_BY_SIDE = 40;

  App app() {
    return new LocalApp("law", List.of(whole(), half(), listener(), group(), many()));
  }

  private int run(String step, int result) throws Exception {
    code.during(step);
    return result;
  }

  private InngestFunction whole() {
    return InngestFunction.withId("whole")
        .on(Trigger.event(WHOLE))
        .retries(2)
        .concurrency(Concurrency.ofSteps(2))
        .timeouts(Timeouts.ofFinish(Duration.ofHours(1)))
        .runs(this::runWhole);
  }

  /// What all steps have given.
  private record Whole(List<Integer> branches, String doomed, int last) {}

  private Object runWhole(RunContext context, Step step) {
    int one = step.run("one", Integer.class, () -> run("one", 1));
    int two = step.run("two", Integer.class, () -> run("two", one + 1));
    List<Integer> branches = step.parallel(List.of(1, 2, 3), n -> branch(step, n));
    step.sleep("nap", Duration.ofMillis(50));
    step.sendEvent("notify", Event.of("law/notice", Map.of("two", two)));
    step.parallel(
        () -> step.sendEvent("tell", Event.of("law/told", Map.of("two", two))),
        () ->
            step.waitForEvent("hear", EventWait.of("law/told", Duration.ofHours(1))).orElseThrow());
    int half = step.invoke("invoke", Integer.class, Invocation.of("half").with(Map.of("n", 14)));
    int flaky = step.run("flaky", Integer.class, () -> runFlaky(context));
    String doomed = doomed(step);
    int last = step.run("last", Integer.class, () -> run("last", half + flaky));
    return new Whole(branches, doomed, last);
  }

  private int branch(Step step, int n) {
    int first = step.run("first " + n, Integer.class, () -> run("first " + n, n));
    return step.run("second " + n, Integer.class, () -> run("second " + n, first * 10));
  }

  private int runFlaky(RunContext context) throws Exception {
    code.during("flaky");
    if (context.attempt() == 0) {
      throw new IllegalStateException("fails the first time");
    }
    return 5;
  }

  private String doomed(Step step) {
    try {
      step.run(
          "doomed",
          () -> {
            code.during("doomed");
            throw new NonRetriableException("fails for good");
          });
      return "it has not failed";
    } catch (StepException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private InngestFunction half() {
    return InngestFunction.withId("half")
        .runs(
            (context, step) -> {
              int n = number(context, "n");
              return step.run("halve", Integer.class, () -> run("halve", n / 2));
            });
  }

  private InngestFunction listener() {
    return InngestFunction.withId("listener")
        .on(Trigger.event("law/notice"))
        .runs(
            (context, step) -> {
              int two = number(context, "two");
              return step.run("listen", Integer.class, () -> run("listen", two));
            });
  }

  private static int number(RunContext context, String member) {
    return member(context, member).as(Integer.class);
  }

  private static Json member(RunContext context, String member) {
    return context.event().data().find(member).orElseThrow();
  }

  private InngestFunction group() {
    return InngestFunction.withId("group")
        .on(Trigger.event(GROUP))
        .runs(
            (context, step) ->
                step.parallel(
                    List.of(member(context, "steps").as(String[].class)),
                    name -> step.run(name, Integer.class, () -> run(name, name.length()))));
  }

  private InngestFunction many() {
    return InngestFunction.withId("many")
        .on(Trigger.event(MANY))
        .runs(
            (context, step) -> {
              for (int i = 0; i < SEQUENCE; i++) {
                String name = "step " + i;
                step.run(name, () -> code.during(name));
              }
              List<Integer> all =
                  step.parallel(
                      IntStream.range(0, SIDE_BY_SIDE).boxed().toList(),
                      n -> step.run("side " + n, Integer.class, () -> run("side " + n, n)));
              return all.stream().mapToInt(Integer::intValue).sum();
            });
  }
}
