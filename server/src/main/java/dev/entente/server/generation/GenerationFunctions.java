package dev.entente.server.generation;

import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.FunctionBuilder;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.function.Step;
import dev.entente.inngest.function.StepException;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.runs.NightSchedule;
import java.time.Duration;
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
  static final String ALL = "generate-matchings-daily";
  static final String SOME = "generate-matchings-some";
  static final String CHUNK = "generate-matchings-chunk";

  /// Starts [#ALL]; without data, or with the id of a run that is recorded.
  static final String ALL_REQUESTED = "matching/generation.requested";

  /// Starts [#SOME]; with the id of a run that is recorded, or with `jobPostingIds`.
  static final String SOME_REQUESTED = "matching/postings.requested";

  private static final String COMPLETED = "matching/run.completed";

  /// Longest time from the start of a run to its end.
  static final Duration LONGEST = Duration.ofHours(6);

  private static final int CHUNK_RETRIES = 3;

  // Enough for several instances; what else is to be done finds its way between.
  private static final int CHUNKS_AT_ONCE = 8;

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
    FunctionBuilder function =
        InngestFunction.withId(ALL)
            .name("Générer les matchings quotidiennement")
            .on(Trigger.event(ALL_REQUESTED))
            .singleton(Singleton.skipping())
            .timeouts(Timeouts.ofFinish(LONGEST));
    night.hour().map(this::cron).ifPresent(function::on);
    return function.runs((context, step) -> generate(opening::openAll, context, step));
  }

  // Without a zone a server reads it in UTC.
  private Trigger cron(int hour) {
    Trigger.Cron cron = Trigger.cron("0 %d * * *".formatted(hour));
    return night.isInUtc() ? cron : cron.in(night.zone());
  }

  @Bean
  InngestFunction generateMatchingsSome() {
    return InngestFunction.withId(SOME)
        .name("Générer les matchings de certaines offres")
        .on(Trigger.event(SOME_REQUESTED))
        .timeouts(Timeouts.ofFinish(LONGEST))
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
      step.invoke("chunk-" + chunk.chunk(), ChunkWork.Done.class, Invocation.of(CHUNK).with(chunk));
      return new ChunkEnd(chunk.chunk(), null);
    } catch (StepException e) {
      return new ChunkEnd(chunk.chunk(), String.valueOf(e.getMessage()));
    }
  }

  @Bean
  InngestFunction generateMatchingsChunk() {
    return InngestFunction.withId(CHUNK)
        .name("Générer les matchings d’un lot d’offres")
        .retries(CHUNK_RETRIES)
        .concurrency(Concurrency.ofSteps(CHUNKS_AT_ONCE))
        .runs(
            (context, step) -> {
              var order = context.event().data(ChunkWork.Order.class);
              return step.run("rank-and-write", ChunkWork.Done.class, () -> chunks.rank(order));
            });
  }

  /// A run that the engine has given up, or that somebody has cancelled there, says nothing itself.
  @Bean
  InngestFunction recordBrokenOffGeneration() {
    String ours =
        "event.data.function_id == '%1$s-%2$s' || event.data.function_id == '%1$s-%3$s'"
            .formatted(FunctionEngine.APP, ALL, SOME);
    return InngestFunction.withId("record-broken-off-generation")
        .name("Noter une génération interrompue")
        .on(Trigger.event("inngest/function.failed").when(ours))
        .on(Trigger.event("inngest/function.cancelled").when(ours))
        .runs(
            (context, step) -> {
              step.run("record", () -> closing.recordBrokenOff(context.event()));
              return Optional.empty();
            });
  }
}
