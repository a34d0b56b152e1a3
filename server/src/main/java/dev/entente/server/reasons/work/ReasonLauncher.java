package dev.entente.server.reasons.work;

import dev.entente.inngest.function.Event;
import dev.entente.server.background.Awakened;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.matchings.MatchingReasons;
import dev.entente.server.reasons.spending.Spending;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks the engine for a run over the requests as soon as there are some and nobody is at work.
@Component
class ReasonLauncher {
  private static final Logger LOG = LoggerFactory.getLogger(ReasonLauncher.class);

  // A run that was asked for and has not begun by then is lost, or its function is paused.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration FORGETTING = Duration.ofDays(1);

  private final ReasonRequests requests;
  private final Turn turn;
  private final WritingModel writing;
  private final FunctionEngine engine;
  private final Spending spending;
  private final MatchingReasons reasons;
  private final InstantSource clock;
  private Instant forgotten = Instant.EPOCH;
  private final Awakened worker = new Awakened("reason-launcher", this::launch);

  ReasonLauncher(
      ReasonRequests requests,
      Turn turn,
      WritingModel writing,
      FunctionEngine engine,
      Spending spending,
      MatchingReasons reasons,
      InstantSource clock) {
    this.requests = requests;
    this.turn = turn;
    this.writing = writing;
    this.engine = engine;
    this.spending = spending;
    this.reasons = reasons;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (writing.model().isPresent()) {
      turn.hold(clock.instant()); // another key or plan is tried at once; two runs do no harm
      requests.whenAdded(worker::wake);
      worker.begin();
    }
  }

  private boolean launch() {
    Instant now = clock.instant();
    requests.takeKept().forEach(spending::kept);
    forgetNowAndThen(now);
    if (!requests.next(1).isEmpty() && turn.take(now, now.plus(PATIENCE))) {
      send(now);
    }
    return false;
  }

  private void forgetNowAndThen(Instant now) {
    if (forgotten.plus(FORGETTING).isBefore(now)) {
      spending.deleteOld();
      reasons.forgetOld();
      forgotten = now;
    }
  }

  private void send(Instant now) {
    try {
      engine.send(Event.of(ReasonFunctions.REQUESTED));
      LOG.info("reasons asked for");
    } catch (RuntimeException e) {
      turn.hold(now); // nobody has it
      throw e;
    }
  }

  @PreDestroy
  void end() {
    worker.end();
  }
}
