package dev.entente.server.generation;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.generation.GenerationFunctions.ChunkEnd;
import dev.entente.server.matchings.RankingRequests;
import dev.entente.server.matchings.StaleLists;
import dev.entente.server.rankings.UnreadableDocumentException;
import dev.entente.server.runs.ChunkLedger;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.GenerationRun.Failure;
import dev.entente.server.runs.GenerationRun.Phases;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.RunLedger;
import dev.entente.server.runs.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The last step of a run: adds up what its chunks have done, and names what they have not.
@Component
class RunClosing {
  private static final Logger LOG = LoggerFactory.getLogger(RunClosing.class);

  private static final Duration KEPT = Duration.ofDays(90); // as an engine keeps its runs

  private final RunLedger ledger;
  private final ChunkLedger chunks;
  private final RunHistory history;
  private final ConditionsFixing conditions;
  private final StaleLists stale;
  private final RankingRequests requests;
  private final CandidateReading candidates;
  private final InstantSource clock;
  private final TransactionTemplate transactions;

  RunClosing(
      RunLedger ledger,
      ChunkLedger chunks,
      RunHistory history,
      ConditionsFixing conditions,
      StaleLists stale,
      RankingRequests requests,
      CandidateReading candidates,
      InstantSource clock,
      TransactionTemplate transactions) {
    this.ledger = ledger;
    this.chunks = chunks;
    this.history = history;
    this.conditions = conditions;
    this.stale = stale;
    this.requests = requests;
    this.candidates = candidates;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// How a run ended.
  record Closed(UUID run, RunStatus status, int postings, int written, int failed, int matchings) {
    private static Closed of(GenerationRun run) {
      GenerationRun.Postings postings = run.postings();
      return new Closed(
          run.id(),
          run.status(),
          postings.total(),
          postings.written(),
          postings.failed(),
          run.matchings());
    }
  }

  /// Ends a run; one that has ended stays as it is.
  ///
  /// @param ends of its chunks, as the engine tells
  Closed close(UUID id, List<ChunkEnd> ends) {
    ledger.awaitHolder(id);
    GenerationRun run = find(id);
    if (run.status() == RunStatus.RUNNING) {
      end(run, ends);
    }
    Closed closed = Closed.of(find(id));
    LOG.info("run ends: {}", closed);
    return closed;
  }

  private GenerationRun find(UUID id) {
    return history.find(id).orElseThrow();
  }

  private void end(GenerationRun run, List<ChunkEnd> ends) {
    List<ChunkLedger.Chunk> all = chunks.list(run.id());
    List<ChunkLedger.Chunk> broken =
        all.stream().filter(chunk -> chunk.status() != ChunkLedger.Status.DONE).toList();
    if (!broken.isEmpty() && broken.size() == all.size()) {
      conditions.breakOff(run.id(), RunStatus.FAILED, reason(broken.getFirst(), ends));
    } else {
      transactions.executeWithoutResult(_ -> complete(run, all, broken, ends));
    }
  }

  private void complete(
      GenerationRun run,
      List<ChunkLedger.Chunk> all,
      List<ChunkLedger.Chunk> broken,
      List<ChunkEnd> ends) {
    Instant now = clock.instant();
    chunks.forget(now.minus(KEPT));
    Map<String, String> failed = new HashMap<>();
    chunks.failures(run.id()).forEach(one -> failed.put(one.jobPostingId(), one.reason()));
    for (ChunkLedger.Chunk chunk : broken) {
      List<String> missed = missed(run, chunk);
      missed.forEach(id -> failed.put(id, reason(chunk, ends)));
    }
    requests.add(List.copyOf(failed.keySet())); // what fails in a crowd may do alone, or later
    ledger.complete(
        run.id(),
        new RunLedger.Outcome(
            sum(all, ChunkLedger.Progress::written),
            sum(all, ChunkLedger.Progress::matchings),
            broken.size(),
            phases(run, all, now),
            failures(run, failed)),
        now);
  }

  // Of a run over some, all lists are under the same conditions before and after.
  private List<String> missed(GenerationRun run, ChunkLedger.Chunk chunk) {
    return run.kind() == RunKind.SOME
        ? chunk.postingIds()
        : stale.find(
            chunk.postingIds(),
            new RunConditions(
                Objects.requireNonNull(run.asOf()), Objects.requireNonNull(run.calibration())));
  }

  private static String reason(ChunkLedger.Chunk chunk, List<ChunkEnd> ends) {
    String told =
        ends.stream()
            .filter(end -> end.number() == chunk.number() && end.error() != null)
            .map(end -> String.valueOf(end.error()))
            .findFirst()
            .orElse("it was not begun");
    return "chunk %d broke off: %s"
        .formatted(chunk.number(), chunk.error() == null ? told : chunk.error());
  }

  private interface Count {
    int of(ChunkLedger.Progress progress);
  }

  private static int sum(List<ChunkLedger.Chunk> chunks, Count count) {
    return chunks.stream().mapToInt(chunk -> count.of(chunk.progress())).sum();
  }

  private static Phases phases(GenerationRun run, List<ChunkLedger.Chunk> all, Instant now) {
    long load = 0;
    long rank = 0;
    long write = 0;
    for (ChunkLedger.Chunk chunk : all) {
      Phases phases = chunk.progress().phases();
      load += phases.load();
      rank += phases.rank();
      write += phases.write();
    }
    Instant start = Objects.requireNonNull(run.startedAt());
    return new Phases(load, rank, write).within(Duration.between(start, now).toMillis());
  }

  private List<Failure> failures(GenerationRun run, Map<String, String> postings) {
    List<Failure> all = new ArrayList<>();
    postings.forEach((id, reason) -> all.add(Failure.posting(id, reason)));
    if (run.kind() == RunKind.ALL) {
      candidates
          .unreadable()
          .forEach(
              (id, problem) ->
                  all.add(Failure.candidate(id, UnreadableDocumentException.said(problem))));
    }
    return all;
  }

  /// Records what the engine says of a run that it has ended.
  void recordBrokenOff(Event event) {
    Json data = event.data();
    data.find("run_id")
        .flatMap(Json::text)
        .flatMap(ledger::findOf)
        .flatMap(history::find)
        .ifPresent(run -> recordBrokenOff(run, event));
  }

  private void recordBrokenOff(GenerationRun run, Event event) {
    Instant limit =
        Objects.requireNonNullElse(run.startedAt(), run.requestedAt())
            .plus(FunctionDefinitions.LONGEST);
    boolean isByHand = event.name().endsWith("cancelled") && clock.instant().isBefore(limit);
    conditions.breakOff(
        run.id(), isByHand ? RunStatus.CANCELLED : RunStatus.FAILED, reason(event, isByHand));
  }

  private static String reason(Event event, boolean isByHand) {
    if (isByHand) {
      return "cancelled in the engine";
    }
    return event.name().endsWith("cancelled")
        ? "the engine ended it: it took longer than 6 h"
        : "the engine gave it up: "
            + event
                .data()
                .find("error")
                .flatMap(error -> error.find("message"))
                .flatMap(Json::text)
                .orElse("?");
  }
}
