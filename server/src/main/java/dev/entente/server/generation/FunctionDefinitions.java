package dev.entente.server.generation;

import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.FunctionBuilder;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.runs.NightSchedule;
import java.time.Duration;
import java.util.List;

/// The functions that generate matchings, as an engine is told of them; their code is in
/// [GenerationFunctions].
public final class FunctionDefinitions {
  /// The id of the night's function.
  public static final String ALL = "generate-matchings-daily";

  static final String SOME = "generate-matchings-some";
  static final String CHUNK = "generate-matchings-chunk";

  /// Starts [#ALL]; without data, or with the id of a run that is recorded.
  static final String ALL_REQUESTED = "matching/generation.requested";

  /// Starts [#SOME]; with the id of a run that is recorded, or with `jobPostingIds`.
  static final String SOME_REQUESTED = "matching/postings.requested";

  /// Longest time from the start of a run to its end.
  static final Duration LONGEST = Duration.ofHours(6);

  private static final int CHUNK_RETRIES = 3;

  // Enough for several instances; what else is to be done finds its way between.
  private static final int CHUNKS_AT_ONCE = 8;

  private FunctionDefinitions() {}

  /// All of them.
  ///
  /// @param night when the night's run begins
  public static List<FunctionBuilder> list(NightSchedule night) {
    return List.of(all(night), some(), chunk(), brokenOff());
  }

  /// The night's run, over all active postings.
  static FunctionBuilder all(NightSchedule night) {
    FunctionBuilder function =
        InngestFunction.withId(ALL)
            .name("Générer les matchings quotidiennement")
            .on(Trigger.event(ALL_REQUESTED))
            .singleton(Singleton.skipping())
            .timeouts(Timeouts.ofFinish(LONGEST));
    night.hour().map(hour -> cron(night, hour)).ifPresent(function::on);
    return function;
  }

  // Without a zone a server reads it in UTC.
  private static Trigger cron(NightSchedule night, int hour) {
    Trigger.Cron cron = Trigger.cron("0 %d * * *".formatted(hour));
    return night.isInUtc() ? cron : cron.in(night.zone());
  }

  /// A run over some postings: a function of its own, so that it never blocks the night.
  static FunctionBuilder some() {
    return InngestFunction.withId(SOME)
        .name("Générer les matchings de certaines offres")
        .on(Trigger.event(SOME_REQUESTED))
        .timeouts(Timeouts.ofFinish(LONGEST));
  }

  /// A part of either, invoked.
  static FunctionBuilder chunk() {
    return InngestFunction.withId(CHUNK)
        .name("Générer les matchings d’un lot d’offres")
        .retries(CHUNK_RETRIES)
        .concurrency(Concurrency.ofSteps(CHUNKS_AT_ONCE));
  }

  /// A run that the engine has given up, or that somebody has cancelled there, says nothing itself.
  static FunctionBuilder brokenOff() {
    String ours =
        "event.data.function_id == '%1$s-%2$s' || event.data.function_id == '%1$s-%3$s'"
            .formatted(FunctionEngine.APP, ALL, SOME);
    return InngestFunction.withId("record-broken-off-generation")
        .name("Noter une génération interrompue")
        .on(Trigger.event("inngest/function.failed").when(ours))
        .on(Trigger.event("inngest/function.cancelled").when(ours));
  }
}
