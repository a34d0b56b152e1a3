package dev.entente.server;

import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.postgres.PostgresServer;
import dev.entente.server.accounts.Access;
import dev.entente.server.channels.AlertSettings;
import dev.entente.server.engine.EngineChoice;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.nights.NightSettings;
import dev.entente.server.ops.DatabaseUrl;
import dev.entente.testkit.SettableClock;
import dev.entente.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole service on a database of its own, with a clock that a test turns.
final class TestService implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  private static final String WAITING =
      """
      SELECT (SELECT count(*) FROM ranking_request
              JOIN job_posting ON job_posting.id = job_posting_id AND active)
        + (SELECT count(*) FROM candidate_change, weighed_changes
           WHERE NOT pg_visible_in_snapshot(transaction, snapshot))
      """;

  // They are in the service's memory too, which hears of it as of any erasure.
  private static final String ERASE_CANDIDATES =
      """
      WITH gone AS (DELETE FROM candidate RETURNING id)
      INSERT INTO candidate_change (candidate_id) SELECT id FROM gone
      """;

  private static final AtomicInteger COUNT = new AtomicInteger();

  final SettableClock clock = new SettableClock(NOW);
  private final ServiceOptions options;
  private final RunningService service;
  private final JdbcClient database;

  private final Queue<Error> faults = new ConcurrentLinkedQueue<>();

  private TestService(ServiceOptions options) {
    this(options, NOW);
  }

  private TestService(ServiceOptions options, Instant start) {
    this.options = options;
    clock.set(start);
    service = RunningService.start(options, terminal(clock, this::nanoTime));
    database = service.part(JdbcClient.class);
  }

  /// The service that most tests share, started when the first asks for it and emptied for each.
  static TestService shared() {
    Shared.SERVICE.empty();
    return Shared.SERVICE;
  }

  /// A service of a test's own.
  static TestService open() {
    return new TestService(options(new Access(Optional.empty()), EngineChoice.EMBEDDED));
  }

  /// A service of a test's own, whose nights begin at midnight UTC, and are told.
  static TestService nightly(EngineChoice engine, AlertSettings alerts) {
    ServiceOptions usual = options(new Access(Optional.empty()), engine);
    return new TestService(
        new ServiceOptions(
            usual.port(),
            usual.address(),
            usual.access(),
            usual.database(),
            usual.dataFolder(),
            engine,
            NightSettings.USUAL,
            alerts));
  }

  /// Another process on the database of this one, as good as.
  TestService twin() {
    return twin(options.nights(), NOW);
  }

  /// The same with other nights, started at an instant.
  TestService twin(NightSettings nights, Instant start) {
    return new TestService(
        new ServiceOptions(
            0,
            options.address(),
            options.access(),
            options.database(),
            folder(),
            options.engine(),
            nights,
            options.alerts()),
        start);
  }

  /// A service of a test's own, open to who has the key.
  static TestService keyed(String key) {
    return keyed(key, Map.of());
  }

  /// The same, called by an Inngest server that these variables name.
  static TestService keyed(String key, Map<String, String> inngest) {
    EngineChoice engine = EngineChoice.of(name -> Optional.ofNullable(inngest.get(name)));
    return new TestService(options(new Access(Optional.of(key)), engine));
  }

  private static final class Shared {
    private static final TestService SERVICE = open();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("entente-service-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServiceOptions options(Access access, EngineChoice engine) {
    Path folder = folder();
    PostgresServer server = TestDatabase.server();
    String name = "test" + COUNT.incrementAndGet();
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    String url = server.jdbcUrl().replaceFirst("/entente(?=$|\\?)", "/" + name);
    var database = new DatabaseUrl(url, Optional.of(server.user()), Optional.of(server.password()));
    // A test that wants a night says so; the others turn the clock as they like.
    return new ServiceOptions(
        0,
        "127.0.0.1",
        access,
        Optional.of(database),
        folder,
        engine,
        NightSettings.NONE,
        AlertSettings.none(Locale.ENGLISH));
  }

  static Terminal terminal(SettableClock clock) {
    return terminal(clock, System::nanoTime);
  }

  private static Terminal terminal(SettableClock clock, LongSupplier nanoTime) {
    return new Terminal(
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        false,
        clock,
        nanoTime,
        Messages.of(Map.of("LANG", "en")));
  }

  /// Lets the next attempts at chunks die of an error.
  void failInAChunk(int attempts) {
    for (int i = 0; i < attempts; i++) {
      faults.add(new StackOverflowError());
    }
  }

  private long nanoTime() {
    Error error = !faults.isEmpty() && isInAChunk() ? faults.poll() : null;
    if (error != null) {
      throw error;
    }
    return System.nanoTime();
  }

  private static boolean isInAChunk() {
    return StackWalker.getInstance()
        .walk(all -> all.anyMatch(frame -> frame.getClassName().endsWith(".ChunkWork")));
  }

  /// Calls its API.
  Api api() {
    return new Api(service.url());
  }

  /// Its database, for what no route shows and for what only a defect would do.
  JdbcClient database() {
    return database;
  }

  /// A part of it.
  <T> T part(Class<T> type) {
    return service.part(type);
  }

  /// Waits until no list waits to be computed again; those of inactive postings wait for ever.
  void settle() {
    Api.until(() -> database.sql(WAITING).query(Integer.class).single() == 0);
  }

  /// Tells whether somebody waits for a lock that a test holds.
  boolean isWaitingForALock() {
    return waitingForALock() > 0;
  }

  /// How many wait for a lock.
  int waitingForALock() {
    return database
        .sql(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'
            """)
        .query(Integer.class)
        .single();
  }

  private void empty() {
    cancelRuns();
    Api.until(this::isEmptied);
    clock.set(NOW);
  }

  // What waits to be tried again would wait for ever: the clock stands still.
  private void cancelRuns() {
    var engine = part(FunctionEngine.class);
    database
        .sql("SELECT id FROM durable.run WHERE ended_at IS NULL")
        .query(String.class)
        .list()
        .forEach(run -> engine.cancel(run, "another test begins"));
  }

  // A list that is being computed in the background may be in the way.
  private boolean isEmptied() {
    try {
      database.sql("DELETE FROM ranking_request").update();
      database.sql(ERASE_CANDIDATES).update();
      database
          .sql("TRUNCATE job_posting, generation_run, ranking, ranking_request CASCADE")
          .update();
      database.sql("DELETE FROM first_start").update();
      return true;
    } catch (PessimisticLockingFailureException e) {
      return false;
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
