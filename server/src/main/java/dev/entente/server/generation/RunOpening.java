package dev.entente.server.generation;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.json.Json;
import dev.entente.server.rankings.Rankings;
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
  private final ConditionsFixing conditions;
  private final InstantSource clock;

  RunOpening(RunLedger ledger, ConditionsFixing conditions, InstantSource clock) {
    this.ledger = ledger;
    this.conditions = conditions;
    this.clock = clock;
  }

  /// A run that was opened.
  ///
  /// @param run null if there is nothing to do: it was withdrawn, has ended, or another run of the
  ///   engine does it
  record Opened(@Nullable UUID run, int chunks) {
    private static final Opened NOTHING = new Opened(null, 0);
  }

  /// Opens a run over all active postings.
  Opened openAll(RunContext context) {
    Event event = context.event();
    String startedBy = event.name().equals(CRON) ? "SCHEDULE" : "EVENT";
    Instant now = clock.instant();
    UUID run =
        requested(event)
            .orElseGet(() -> ledger.adopt(RunKind.ALL, context.runId(), startedBy, List.of(), now));
    Instant asOf = Rankings.wholeSecond(now);
    return begin(run, context)
        ? new Opened(run, conditions.fixForAll(run, asOf))
        : nothing(run, context);
  }

  /// Opens a run over postings that are named.
  Opened openSome(RunContext context) {
    Event event = context.event();
    UUID run =
        requested(event)
            .orElseGet(
                () ->
                    ledger.adopt(
                        RunKind.SOME,
                        context.runId(),
                        "EVENT",
                        Chunks.of(postings(event)),
                        clock.instant()));
    return begin(run, context)
        ? new Opened(run, conditions.fixForSome(run))
        : nothing(run, context);
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

  private boolean begin(UUID run, RunContext context) {
    Instant now = clock.instant();
    return ledger.begin(run, context.runId(), Rankings.wholeSecond(now), now);
  }

  private static Opened nothing(UUID run, RunContext context) {
    LOG.info("nothing to do: run={} engine-run={}", run, context.runId());
    return Opened.NOTHING;
  }
}
