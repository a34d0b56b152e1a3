package dev.entente.server.generation;

import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.engine.FunctionEngine.Rerun;
import dev.entente.server.matchings.ListLock;
import dev.entente.server.matchings.RankingRequests;
import dev.entente.server.runs.ChunkLedger;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.RunLedger;
import dev.entente.server.runs.RunStatus;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens runs that have ended once more, at one of their steps.
///
/// The row is the same, and so are its conditions: they hold for all lists again, so nobody may
/// have fixed others since. All of it is one transaction, which the engine's new run waits for: if
/// it fails, that run finds the row ended, and does nothing.
@Component
class RunRepeating {
  private static final Logger LOG = LoggerFactory.getLogger(RunRepeating.class);
  private static final Pattern STEP = Pattern.compile("chunk-\\d{1,9}|close-run");
  private static final String CHUNK = "chunk-";
  private static final String LAST = "close-run";

  private final RunLedger ledger;
  private final ChunkLedger chunks;
  private final RunHistory history;
  private final ConditionsFixing conditions;
  private final FunctionEngine engine;
  private final ListLock lock;
  private final RankingRequests requests;
  private final InstantSource clock;
  private final TransactionTemplate transactions;

  RunRepeating(
      RunLedger ledger,
      ChunkLedger chunks,
      RunHistory history,
      ConditionsFixing conditions,
      FunctionEngine engine,
      ListLock lock,
      RankingRequests requests,
      InstantSource clock,
      TransactionTemplate transactions) {
    this.ledger = ledger;
    this.chunks = chunks;
    this.history = history;
    this.conditions = conditions;
    this.engine = engine;
    this.lock = lock;
    this.requests = requests;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// The postings of a run.
  ///
  /// @throws ApiProblem if they are known no more
  List<String> requirePostings(GenerationRun run) {
    List<String> postings = chunks.listPostings(run.id());
    if (postings.isEmpty()) {
      throw refusal("forgotten");
    }
    return postings;
  }

  /// Goes on with a run that has ended, from a step on.
  ///
  /// @param step `chunk-0`, `chunk-1`, …, or `close-run`
  /// @return the run, which goes on
  /// @throws ApiProblem if there is no such run or step, or it cannot be done once more from there
  GenerationRun repeatFrom(String id, String step) {
    GenerationRun run = history.get(id);
    requireReopenable(run, step); // before anybody has to wait for it
    transactions.executeWithoutResult(
        _ -> {
          lock.toWeigh();
          ledger.holdAny(run.id());
          reopen(history.get(id), step);
        });
    LOG.info("run goes on: run={} from={}", run.id(), step);
    return history.get(id);
  }

  private void reopen(GenerationRun run, String step) {
    requireReopenable(run, step);
    String engineRun =
        history.findEngineRun(run.id()).orElseThrow(() -> ApiProblem.of(ProblemType.NO_STEP, step));
    Rerun rerun = engine.rerunFrom(engineRun, step);
    Set<Integer> kept = numbers(rerun.kept());
    if (run.kind() == RunKind.ALL && run.status() != RunStatus.COMPLETED) {
      requests.add(postings(run, kept)); // they follow other conditions since it broke off
    }
    ledger.reopen(run.id(), rerun.run(), clock.instant());
    chunks.reopen(run.id(), kept);
    if (run.kind() == RunKind.SOME) {
      conditions.fixForSome(run.id()); // others may hold by now
    }
  }

  /// Tells whether nothing but the engine can be in the way of going on with a run.
  boolean isReopenable(GenerationRun run) {
    try {
      requireReopenable(run, LAST);
      return true;
    } catch (ApiProblem e) {
      return false;
    }
  }

  private void requireReopenable(GenerationRun run, String step) {
    if (!run.status().hasEnded()) {
      throw RunLauncher.isGoing(run);
    }
    if (!STEP.matcher(step).matches()) {
      throw refusal("other", step);
    }
    if (!run.isOfTheseVersions()) {
      throw refusal("versions");
    }
    if (run.kind() == RunKind.ALL) {
      history
          .findGoing()
          .ifPresent(
              going -> {
                throw RunLauncher.isGoing(going);
              });
      history
          .findCompletedSince(run)
          .ifPresent(
              later -> {
                throw refusal("later", later);
              });
    }
  }

  private static ApiProblem refusal(String reason, Object... arguments) {
    var sentence =
        new DefaultMessageSourceResolvable(new String[] {"no-rerun." + reason}, arguments);
    return ApiProblem.of(ProblemType.NO_RERUN, sentence);
  }

  private static Set<Integer> numbers(Set<String> steps) {
    return steps.stream()
        .filter(step -> step.startsWith(CHUNK))
        .map(step -> Integer.valueOf(step.substring(CHUNK.length())))
        .collect(Collectors.toSet());
  }

  private List<String> postings(GenerationRun run, Set<Integer> numbers) {
    return chunks.list(run.id()).stream()
        .filter(chunk -> numbers.contains(chunk.number()))
        .flatMap(chunk -> chunk.postingIds().stream())
        .toList();
  }
}
