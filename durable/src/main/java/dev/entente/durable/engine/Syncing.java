package dev.entente.durable.engine;

import dev.entente.durable.call.App;
import dev.entente.durable.jdbc.DatabaseException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Asks apps again: those that could not be asked until they can, the others whether their
/// functions have changed. What fails changes nothing, and is told once. Shared by threads.
final class Syncing implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Syncing.class.getName());

  private final Registration registration;
  private final Map<App, String> complaints = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("durable-registration").factory());

  Syncing(Registration registration) {
    this.registration = registration;
  }

  void start(Pace pace) {
    every(pace.retrying(), () -> registration.waiting().forEach(this::register));
    every(pace.syncing(), () -> registration.registered().forEach(this::sync));
  }

  private void every(Duration pace, Runnable work) {
    var _ =
        timer.scheduleWithFixedDelay(work, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void register(App app) {
    attempt(
        app,
        () -> {
          registration.register(app);
          LOG.log(
              System.Logger.Level.INFO,
              "an app that had to be waited for is registered: {0}",
              app.id());
        });
  }

  private void sync(App app) {
    attempt(
        app,
        () -> {
          if (registration.sync(app)) {
            LOG.log(System.Logger.Level.INFO, "an app has other functions: {0}", app.id());
          }
        });
  }

  private void attempt(App app, Runnable work) {
    try {
      work.run();
      complaints.remove(app);
    } catch (UncheckedIOException e) {
      LOG.log(System.Logger.Level.DEBUG, "an app cannot be asked for its functions", e);
    } catch (IllegalArgumentException | DatabaseException e) {
      complain(app, e);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "an app is not registered", e);
    }
  }

  private void complain(App app, RuntimeException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "");
    if (!message.equals(complaints.put(app, message))) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the functions of an app are not registered, and it is asked again: {0}",
          message);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
