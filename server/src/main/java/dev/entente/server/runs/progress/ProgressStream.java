package dev.entente.server.runs.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells one listener how a run goes on, on a thread of its own.
final class ProgressStream implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressStream.class);
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final RunWatch watch;
  private final SseEmitter emitter;
  private final Runnable whenOver;

  /// @param whenOver called once, when the listener is told nothing more
  ProgressStream(RunWatch watch, SseEmitter emitter, Runnable whenOver) {
    this.watch = watch;
    this.emitter = emitter;
    this.whenOver = whenOver;
  }

  @Override
  public void run() {
    if (isTold()) {
      emitter.complete();
    }
  }

  // Whoever sees the end has made room for others.
  private boolean isTold() {
    try {
      tell();
      return true;
    } catch (IOException | IllegalStateException e) {
      LOG.debug("listener left: {}", e.toString()); // and the web server knows
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      whenOver.run();
    }
  }

  private void tell() throws IOException, InterruptedException {
    long known = 0;
    while (true) {
      Optional<RunWatch.State> next = watch.await(known, SILENCE);
      if (next.isEmpty()) {
        emitter.send(SseEmitter.event().comment("goes on"));
        continue;
      }
      RunWatch.State state = next.get();
      if (state.phase() == RunWatch.Phase.CLOSED) {
        return; // who still wants to know comes again
      }
      emitter.send(event("progress", state));
      if (state.phase() == RunWatch.Phase.ENDED) {
        emitter.send(event("end", state));
        return;
      }
      known = state.number();
    }
  }

  private static SseEmitter.SseEventBuilder event(String name, RunWatch.State state) {
    return SseEmitter.event().id(String.valueOf(state.number())).name(name).data(state.run(), TEXT);
  }
}
