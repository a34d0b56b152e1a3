package dev.entente.server.reasons.spending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Decision.Exhausted;
import dev.entente.server.reasons.spending.Decision.Granted;
import dev.entente.server.reasons.spending.Decision.Later;
import dev.entente.server.reasons.spending.Outcome.RateLimit;
import dev.entente.server.reasons.spending.Outcome.Status;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever several instances do at once, in whatever order, no limit is exceeded.
class SpendingLawsDatabaseTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 25;
  private static final int MOST_REQUESTS = 5;
  private static final int MOST_TOKENS = 3_000;
  private static final int MOST_AT_ONCE = 3;
  private static final int MOST_OF_A_DAY = 6_000;
  private static final int MOST_OF_A_RUN = 9_000;
  private static final String[] SETTINGS = {
    "REQUESTS_PER_MINUTE", Integer.toString(MOST_REQUESTS),
    "TOKENS_PER_MINUTE", Integer.toString(MOST_TOKENS),
    "CONCURRENCY", Integer.toString(MOST_AT_ONCE),
    "TOKENS_PER_DAY", Integer.toString(MOST_OF_A_DAY),
    "TOKENS_PER_RUN", Integer.toString(MOST_OF_A_RUN)
  };
  private static final List<Optional<UUID>> RUNS =
      List.of(Optional.of(UUID.randomUUID()), Optional.of(UUID.randomUUID()), Optional.empty());

  /// A call as its provider saw it.
  private record Seen(Instant arrivedAt, Instant startedAt, Optional<UUID> run, long tokens) {}

  /// A call that goes on.
  ///
  /// @param arrivedAt the provider, unless it arrives at its end
  private record Going(long id, Wish wish, Instant startedAt, Instant arrivedAt) {}

  private final Ledger ledger = new Ledger();
  private final AtomicInteger going = new AtomicInteger();
  private final AtomicInteger mostGoing = new AtomicInteger();
  // A call that takes longer than any may counts as ended.
  private final ReadWriteLock afterAllCalls = new ReentrantReadWriteLock(true);
  private final Set<Cause> causes = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noLimitIsExceeded(long seed) throws Exception {
    List<Spending> instances = List.of(ledger.instance(SETTINGS), ledger.instance(SETTINGS));
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> spenders = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Spending spending = instances.get(i % instances.size());
        var random = new Random(seed * THREADS + i);
        spenders.add(threads.submit(() -> spend(spending, random)));
      }
      for (Future<?> spender : spenders) {
        spender.get();
      }
    }

    assertThat(causes).as("seed %d", seed).hasSizeGreaterThan(3);
    assertThat(mostGoing.get()).as("seed %d", seed).isBetween(2, MOST_AT_ONCE);
    assertThat(busiestMinute(_ -> 1L)).as("seed %d", seed).isLessThanOrEqualTo(MOST_REQUESTS);
    assertThat(busiestMinute(Seen::tokens)).as("seed %d", seed).isLessThanOrEqualTo(MOST_TOKENS);
    assertThat(sums(call -> Limits.day(call.startedAt())).values())
        .as("seed %d", seed)
        .allMatch(sum -> sum <= MOST_OF_A_DAY);
    assertThat(sums(Seen::run))
        .as("seed %d", seed)
        .allSatisfy(
            (run, sum) -> assertThat(run.isEmpty() || sum <= MOST_OF_A_RUN).as("%s", run).isTrue());
  }

  private void spend(Spending spending, Random random) {
    for (int round = 0; round < ROUNDS; round++) {
      Duration rest = burst(spending, random);
      pass(Duration.ofMillis(random.nextInt(200)));
      if (random.nextInt(3) == 0) {
        afterAllCalls.writeLock().lock();
        try {
          pass(rest);
        } finally {
          afterAllCalls.writeLock().unlock();
        }
      }
    }
  }

  // Some calls at once, and how long to wait behind them.
  private Duration burst(Spending spending, Random random) {
    List<Going> calls = new ArrayList<>();
    Duration rest = Duration.ZERO;
    afterAllCalls.readLock().lock();
    try {
      for (int i = random.nextInt(MOST_AT_ONCE + 1); i >= 0; i--) {
        Wish wish = wish(random);
        switch (spending.ask(wish)) {
          case Granted(long call) -> calls.add(begin(call, wish, random));
          case Later(Duration delay, Cause cause) -> rest = refused(cause, delay);
          case Exhausted(Cause cause, _) -> rest = refused(cause, Duration.ofHours(3));
        }
      }
      Collections.shuffle(calls, random);
      calls.forEach(call -> end(spending, call, random));
      return rest;
    } finally {
      afterAllCalls.readLock().unlock();
    }
  }

  private Duration refused(Cause cause, Duration rest) {
    causes.add(cause);
    return rest;
  }

  private static Wish wish(Random random) {
    return new Wish(
        "gemini",
        "gemini-2.5-flash",
        RUNS.get(random.nextInt(RUNS.size())),
        new Tokens(random.nextInt(800), random.nextInt(800)));
  }

  // Time passes for all.
  private void pass(Duration duration) {
    ledger.clock.advance(duration);
  }

  private Going begin(long call, Wish wish, Random random) {
    mostGoing.accumulateAndGet(going.incrementAndGet(), Math::max);
    pass(Duration.ofMillis(random.nextInt(200)));
    return new Going(call, wish, startedAt(call), ledger.clock.instant());
  }

  private void end(Spending spending, Going call, Random random) {
    Tokens estimate = call.wish().estimate();
    var tokens =
        new Tokens(random.nextInt(estimate.input() + 1), random.nextInt(estimate.output() + 1));
    Outcome outcome = outcome(tokens, random);
    Instant arrivedAt = random.nextBoolean() ? call.arrivedAt() : ledger.clock.instant();
    pass(Duration.ofMillis(random.nextInt(200)));
    going.decrementAndGet();
    spending.settle(call.id(), outcome);
    long counted = outcome.tokens(estimate).total();
    seen.add(new Seen(arrivedAt, call.startedAt(), call.wish().run(), counted));
  }

  private Instant startedAt(long call) {
    return ledger
        .client()
        .sql("SELECT started_at FROM model_call WHERE id = :id")
        .param("id", call)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  private static Outcome outcome(Tokens tokens, Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> Outcome.rateLimited(RateLimit.UNTOLD, 3);
      case 1, 2 -> Outcome.failed(Status.UNAVAILABLE, Optional.empty(), 3);
      case 3 -> Outcome.failed(Status.MALFORMED, Optional.of(tokens), 3);
      default -> Outcome.answered(tokens, 3, 2);
    };
  }

  // The most that arrived within any 60 seconds.
  private long busiestMinute(Function<Seen, Long> weight) {
    return seen.stream()
        .mapToLong(
            last ->
                seen.stream()
                    .filter(call -> !call.arrivedAt().isAfter(last.arrivedAt()))
                    .filter(call -> call.arrivedAt().isAfter(last.arrivedAt().minusSeconds(60)))
                    .mapToLong(weight::apply)
                    .sum())
        .max()
        .orElse(0);
  }

  private <K> Map<K, Long> sums(Function<Seen, K> key) {
    return seen.stream().collect(Collectors.groupingBy(key, Collectors.summingLong(Seen::tokens)));
  }
}
