package dev.entente.server.generation;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.json.Json;
import dev.entente.server.rankings.Rankings;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.RunLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The first step of a run: finds its row, fixes what its scores are as of, and cuts it into
/// chunks. Repeated, it finds all that as it is.
@Component
class RunOpening {
  private static final Logger LOG = LoggerFactory.getLogger(RunOpening.class);
  private static final String CRON = "inngest/scheduled.timer";

  private final RunLedger ledger;
  private final RunHistory history;
  private final RunLosses losses;
  private final ConditionsFixing conditions;
  private final InstantSource clock;

  RunOpening(
      RunLedger ledger,
      RunHistory history,
      RunLosses losses,
      ConditionsFixing conditions,
      InstantSource clock) {
    this.ledger = ledger;
    this.history = history;
    this.losses = losses;
    this.conditions = conditions;
    this.clock = clock;
  }

  /// A run that was opened.
  ///
  /// @param run null if there is nothing to do
  /// @param reason why there is nothing to do; null if there is
  record Opened(@Nullable UUID run, int chunks, @Nullable String reason) {
    private static Opened of(UUID run, int chunks) {
      return new Opened(run, chunks, null);
    }
  }

  /// Opens a run over all active postings.
  Opened openAll(RunContext context) {
    String startedBy = context.event().name().equals(CRON) ? "SCHEDULE" : "EVENT";
    losses.settle(); // the engine has one at a time: what is left of another is in the way
    UUID run =
        begin(context, new RunLedger.Own(RunKind.ALL, context.runId(), startedBy), List.of());
    return history
        .findAsOf(run, context.runId())
        .map(asOf -> Opened.of(run, conditions.fixForAll(run, asOf)))
        .orElseGet(() -> nothing(run, context));
  }

  /// Opens a run over postings that are named.
  Opened openSome(RunContext context) {
    var own = new RunLedger.Own(RunKind.SOME, context.runId(), "EVENT");
    Event event = context.event();
    List<List<String>> chunks =
        requested(event).isPresent() ? List.of() : Chunks.of(postings(event));
    UUID run = begin(context, own, chunks);
    return history
        .findAsOf(run, context.runId())
        .map(_ -> Opened.of(run, conditions.fixForSome(run)))
        .orElseGet(() -> nothing(run, context));
  }

  private UUID begin(RunContext context, RunLedger.Own own, List<List<String>> chunks) {
    Instant now = clock.instant();
    Optional<UUID> requested = requested(context.event());
    requested.ifPresent(run -> ledger.begin(run, own.engineRun(), Rankings.wholeSecond(now), now));
    return requested.orElseGet(() -> ledger.adopt(own, chunks, now));
  }

  private static Optional<UUID> requested(Event event) {
    try {
      return event.data().find("run").flatMap(Json::text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw new NonRetriableException(
          event.name() + ": data.run is not the id of a run; leave it out to start a new one", e);
    }
  }

  private static List<String> postings(Event event) {
    List<String> ids =
        event.data().find("jobPostingIds").map(Json::elements).orElse(List.of()).stream()
            .flatMap(id -> id.text().stream())
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      throw new NonRetriableException(
          event.name() + ": data.jobPostingIds names the postings to be ranked, at least one");
    }
    return ids;
  }

  // It was withdrawn or cancelled, it has ended, or another run of the engine does it.
  private static Opened nothing(UUID run, RunContext context) {
    String reason =
        "run %s has ended, or another run of the engine does it; a new one is started without data.run"
            .formatted(run);
    LOG.info("nothing to do: engine-run={}: {}", context.runId(), reason);
    return new Opened(null, 0, reason);
  }
}
