package dev.entente.server.runs.progress;

import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// Who follows which run. One thread a run looks how it is, however many follow it. Shared by
/// threads.
@Component
class RunWatching {
  /// So many may follow runs.
  static final int MOST = 100;

  private static final Logger LOG = LoggerFactory.getLogger(RunWatching.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final long NEVER = 0;

  private final RunHistory history;
  private final JsonMapper mapper;
  private final Map<UUID, Watched> watched = new HashMap<>();
  private int listeners;
  private boolean isClosed;

  /// A run that is watched, and by how many.
  private static final class Watched {
    private final RunWatch watch = new RunWatch();
    private int listeners;
  }

  RunWatching(RunHistory history, JsonMapper mapper) {
    this.history = history;
    this.mapper = mapper;
  }

  /// Begins to tell a caller how a run goes on.
  ///
  /// @throws ApiProblem if there are too many already, or the service ends
  SseEmitter follow(UUID run) {
    var emitter = new SseEmitter(NEVER);
    var stream = new ProgressStream(join(run), emitter, () -> leave(run));
    Thread.ofVirtual().name("follow-" + run).start(stream);
    return emitter;
  }

  private synchronized RunWatch join(UUID run) {
    if (isClosed) {
      throw ApiProblem.of(ProblemType.UNAVAILABLE);
    }
    if (listeners == MOST) {
      throw ApiProblem.of(ProblemType.TOO_MANY_LISTENERS, MOST);
    }
    Watched one = watched.computeIfAbsent(run, this::begin);
    one.listeners++;
    listeners++;
    return one.watch;
  }

  private Watched begin(UUID run) {
    var one = new Watched();
    Thread.ofVirtual().name("watch-" + run).start(() -> look(run, one.watch));
    return one;
  }

  private synchronized void leave(UUID run) {
    listeners--;
    Watched one = watched.get(run);
    if (one != null && --one.listeners == 0) {
      watched.remove(run);
      one.watch.close();
    }
  }

  private void look(UUID run, RunWatch watch) {
    try {
      do {
        lookOnce(run, watch);
      } while (!watch.awaitEnd(PAUSE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // Whoever follows waits while the database is away.
  private void lookOnce(UUID run, RunWatch watch) {
    try {
      Optional<GenerationRun> known = history.findListed(run);
      known.ifPresentOrElse(
          now -> watch.set(mapper.writeValueAsString(now), now.status().hasEnded()), watch::close);
    } catch (RuntimeException e) {
      LOG.debug("a run that is followed could not be looked at: run={}", run, e);
    }
  }

  /// Lets all listeners go, before the web server waits for their requests to end.
  @EventListener(ContextClosedEvent.class)
  synchronized void close() {
    isClosed = true;
    watched.values().forEach(one -> one.watch.close());
  }
}
