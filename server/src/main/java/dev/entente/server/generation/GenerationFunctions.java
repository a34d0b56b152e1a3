package dev.entente.server.generation;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.function.Step;
import dev.entente.inngest.function.StepException;
import dev.entente.server.runs.NightSchedule;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The durable functions that generate matchings. Nothing in them tells which engine runs them.
@Configuration(proxyBeanMethods = false)
class GenerationFunctions {
  private static final String COMPLETED = "matching/run.completed";

  private final NightSchedule night;
  private final RunOpening opening;
  private final ChunkWork chunks;
  private final RunClosing closing;

  GenerationFunctions(
      NightSchedule night, RunOpening opening, ChunkWork chunks, RunClosing closing) {
    this.night = night;
    this.opening = opening;
    this.chunks = chunks;
    this.closing = closing;
  }

  /// How an invoked chunk ended.
  ///
  /// @param error why all of its attempts failed; null if one did not
  record ChunkEnd(int number, @Nullable String error) {}

  @Bean
  InngestFunction generateMatchingsDaily() {
    return FunctionDefinitions.all(night)
        .runs((context, step) -> generate(opening::openAll, context, step));
  }

  @Bean
  InngestFunction generateMatchingsSome() {
    return FunctionDefinitions.some()
        .runs((context, step) -> generate(opening::openSome, context, step));
  }

  private interface Opener {
    RunOpening.Opened open(RunContext context);
  }

  private @Nullable Object generate(Opener opener, RunContext context, Step step) {
    RunOpening.Opened opened =
        step.run("open-run", RunOpening.Opened.class, () -> opener.open(context));
    UUID run = opened.run();
    if (run == null) {
      return opened;
    }
    List<ChunkEnd> ends =
        step.parallel(
            IntStream.range(0, opened.chunks()).boxed().toList(),
            number -> rank(step, new ChunkWork.Order(run, number)));
    RunClosing.Closed closed =
        step.run("close-run", RunClosing.Closed.class, () -> closing.close(run, ends));
    step.sendEvent(
        "tell-completion", Event.of(COMPLETED, closed).withId("run-completed-" + context.runId()));
    return closed;
  }

  private static ChunkEnd rank(Step step, ChunkWork.Order chunk) {
    try {
      step.invoke(
          "chunk-" + chunk.chunk(),
          ChunkWork.Done.class,
          Invocation.of(FunctionDefinitions.CHUNK).with(chunk));
      return new ChunkEnd(chunk.chunk(), null);
    } catch (StepException e) {
      return new ChunkEnd(chunk.chunk(), String.valueOf(e.getMessage()));
    }
  }

  @Bean
  InngestFunction generateMatchingsChunk() {
    return FunctionDefinitions.chunk()
        .runs(
            (context, step) -> {
              var order = context.event().data(ChunkWork.Order.class);
              return step.run("rank-and-write", ChunkWork.Done.class, () -> chunks.rank(order));
            });
  }

  @Bean
  InngestFunction recordBrokenOffGeneration() {
    return FunctionDefinitions.brokenOff()
        .runs(
            (context, step) -> {
              step.run("record", () -> closing.recordBrokenOff(context.event()));
              return Optional.empty();
            });
  }
}
