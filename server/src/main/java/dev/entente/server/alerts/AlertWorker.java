package dev.entente.server.alerts;

import dev.entente.server.background.Awakened;
import dev.entente.server.channels.Alert;
import dev.entente.server.channels.AlertSettings;
import dev.entente.server.channels.Channel;
import dev.entente.server.channels.Channel.Kind;
import dev.entente.server.channels.UndeliveredException;
import dev.entente.server.nights.NightState;
import dev.entente.server.nights.NightWatch;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks at the nights now and then, records what is to be told, and tells it. It needs the
/// database and no engine.
@Component
class AlertWorker {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWorker.class);

  private final NightWatch watch;
  private final AlertFacts facts;
  private final AlertOutbox outbox;
  private final InstantSource clock;
  private final Map<Kind, Channel> channels = new ConcurrentHashMap<>();
  private final Awakened worker = new Awakened("alerts", this::tellSome);

  AlertWorker(
      NightWatch watch,
      AlertFacts facts,
      AlertOutbox outbox,
      AlertSettings settings,
      InstantSource clock) {
    this.watch = watch;
    this.facts = facts;
    this.outbox = outbox;
    this.clock = clock;
    settings.channels().forEach(channel -> channels.put(channel.kind(), channel));
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    worker.begin();
  }

  private boolean tellSome() {
    record();
    Optional<Attempt> attempt = outbox.claim(channels.keySet(), clock.instant());
    attempt.ifPresent(this::tell);
    return attempt.isPresent();
  }

  private void record() {
    NightState state = watch.look();
    facts.problem(state).ifPresent(problem -> record(problem, channels.keySet()));
    outbox
        .findLatest()
        .ifPresent(
            last ->
                facts
                    .recovery(state, last)
                    .ifPresent(recovery -> record(recovery, informed(last))));
  }

  // Nobody is told that something is over of which he never heard.
  private Set<Kind> informed(Alert last) {
    return outbox.channelsOf(last.id()).stream()
        .filter(channels::containsKey)
        .collect(Collectors.toSet());
  }

  private void record(AlertOutbox.Fact fact, Set<Kind> to) {
    if (outbox.record(fact, to, clock.instant())) {
      Level level = fact.type() == Alert.Type.RECOVERED ? Level.INFO : Level.WARN;
      LOG.atLevel(level).log("{}: {}", fact.type().id(), fact.body());
    }
  }

  private void tell(Attempt attempt) {
    if (attempt.number() > Attempt.MOST) {
      outbox.giveUp(attempt, "the last attempt broke off", clock.instant());
      return;
    }
    try {
      send(attempt);
      outbox.sent(attempt, clock.instant());
      LOG.info("alert sent: {}", name(attempt));
    } catch (UndeliveredException e) {
      notSent(attempt, e);
    }
  }

  private void send(Attempt attempt) throws UndeliveredException {
    try {
      channel(attempt).send(attempt.alert(), clock.instant());
    } catch (RuntimeException e) {
      LOG.error("alert cannot be sent, which is a defect: {}", name(attempt), e);
      throw UndeliveredException.because(e.getClass().getSimpleName());
    }
  }

  private Channel channel(Attempt attempt) throws UndeliveredException {
    Channel channel = channels.get(attempt.channel());
    if (channel == null) {
      throw UndeliveredException.because("no such channel is set");
    }
    return channel;
  }

  private void notSent(Attempt attempt, UndeliveredException failure) {
    String reason = String.valueOf(failure.getMessage());
    if (failure.isGone()) {
      channels.remove(attempt.channel());
      outbox.stop(attempt.channel(), reason, clock.instant());
      LOG.error(
          "alerts stop on this channel until the service starts again: {}: {}",
          name(attempt),
          reason);
    } else if (attempt.number() == Attempt.MOST) {
      outbox.giveUp(attempt, reason, clock.instant());
      LOG.error("alert given up: {}: {}", name(attempt), reason);
    } else {
      outbox.postpone(attempt, reason);
      LOG.warn("alert not sent, tried again in {}: {}: {}", attempt.delay(), name(attempt), reason);
    }
  }

  private static String name(Attempt attempt) {
    return "alert=%s type=%s channel=%s attempt=%d"
        .formatted(
            attempt.alert().id(), attempt.alert().type().id(), attempt.channel(), attempt.number());
  }

  @PreDestroy
  void end() {
    worker.end();
  }
}
