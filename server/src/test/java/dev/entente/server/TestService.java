package dev.entente.server;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.matching.ranking.Ranking;
import dev.entente.postgres.PostgresServer;
import dev.entente.server.accounts.Access;
import dev.entente.server.channels.AlertSettings;
import dev.entente.server.engine.EngineChoice;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.nights.NightSettings;
import dev.entente.server.ops.DatabaseUrl;
import dev.entente.server.rankings.Rankings;
import dev.entente.server.runs.NightSchedule;
import dev.entente.testkit.SettableClock;
import dev.entente.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole service on a database of its own, with a clock that a test turns.
final class TestService implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  static final String WAITING =
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

  final SettableClock clock;
  private final ServiceOptions options;
  private final RunningService service;
  private final JdbcClient database;

  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

  private TestService(ServiceOptions options) {
    this(options, new SettableClock(NOW));
  }

  private TestService(ServiceOptions options, SettableClock clock) {
    this(options, Settings.ofEnvironment(Map.of()), clock);
  }

  private TestService(ServiceOptions options, Settings settings, SettableClock clock) {
    this.options = options;
    this.clock = clock;
    service = RunningService.start(options, settings, terminal(clock, this::nanoTime));
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

  /// A service of a test's own, started as these variables say.
  static TestService set(Map<String, String> variables) {
    DatabaseUrl database = newDatabase();
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("ENTENTE_DATA", folder().toString());
    environment.put(
        "DATABASE_URL",
        "%s%suser=%s&password=%s"
            .formatted(
                database.jdbcUrl(),
                database.jdbcUrl().contains("?") ? "&" : "?",
                database.user().orElseThrow(),
                database.password().orElseThrow()));
    Settings settings = Settings.ofEnvironment(environment);
    ServiceOptions options = ServiceOptions.of(0, settings, Messages.of(environment));
    return new TestService(options, settings, new SettableClock(NOW));
  }

  /// A service of a test's own that has a night.
  static TestService open(SettableClock clock, NightSchedule night) {
    ServiceOptions usual = options(new Access(Optional.empty()), EngineChoice.EMBEDDED);
    return new TestService(with(usual, usual.database().orElseThrow(), nights(night)), clock);
  }

  /// One that reaches its database at another address.
  static TestService through(UnaryOperator<String> address) {
    ServiceOptions usual = options(new Access(Optional.empty()), EngineChoice.EMBEDDED);
    DatabaseUrl direct = usual.database().orElseThrow();
    var other = new DatabaseUrl(address.apply(direct.jdbcUrl()), direct.user(), direct.password());
    return new TestService(with(usual, other, usual.nights()), new SettableClock(NOW));
  }

  /// One on a database that is there.
  static TestService on(DatabaseUrl database, SettableClock clock) {
    ServiceOptions usual = options(database, new Access(Optional.empty()), EngineChoice.EMBEDDED);
    return new TestService(usual, clock);
  }

  private static ServiceOptions with(
      ServiceOptions options, DatabaseUrl database, NightSettings nights) {
    return with(options, database, nights, options.alerts());
  }

  private static ServiceOptions with(
      ServiceOptions options, DatabaseUrl database, NightSettings nights, AlertSettings alerts) {
    return new ServiceOptions(
        0,
        options.address(),
        options.access(),
        Optional.of(database),
        folder(),
        options.engine(),
        nights,
        alerts,
        options.reasons());
  }

  /// A service of a test's own whose reasons are written as these variables say.
  static TestService explaining(Map<String, String> settings) {
    return explaining(newDatabase(), new SettableClock(NOW), settings);
  }

  /// The same, on a database that is there.
  static TestService explaining(
      DatabaseUrl database, SettableClock clock, Map<String, String> settings) {
    ServiceOptions usual = options(database, new Access(Optional.empty()), EngineChoice.EMBEDDED);
    return new TestService(
        new ServiceOptions(
            0,
            usual.address(),
            usual.access(),
            usual.database(),
            usual.dataFolder(),
            usual.engine(),
            usual.nights(),
            usual.alerts(),
            ReasonOptions.of(name -> Optional.ofNullable(settings.get(name)), Locale.ENGLISH)),
        clock);
  }

  /// A service of a test's own, whose nights begin at midnight UTC, and are told.
  static TestService nightly(EngineChoice engine, AlertSettings alerts) {
    ServiceOptions usual = options(new Access(Optional.empty()), engine);
    return new TestService(
        with(usual, usual.database().orElseThrow(), NightSettings.USUAL, alerts));
  }

  /// Another process on the database of this one, as good as; its clock is the same.
  TestService twin() {
    return new TestService(
        with(options, options.database().orElseThrow(), options.nights()), clock);
  }

  /// Another one with other nights, started at an instant.
  TestService twin(NightSettings nights, Instant start) {
    return new TestService(
        with(options, options.database().orElseThrow(), nights), new SettableClock(start));
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

  /// One whose functions are run by an Inngest server that these variables name, or by something
  /// like it.
  static TestService served(Map<String, String> inngest, SettableClock clock, NightSchedule night) {
    EngineChoice engine = EngineChoice.of(name -> Optional.ofNullable(inngest.get(name)));
    ServiceOptions usual = options(new Access(Optional.empty()), engine);
    return new TestService(with(usual, usual.database().orElseThrow(), nights(night)), clock);
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

  private static NightSettings nights(NightSchedule night) {
    return NightSettings.of(night, _ -> Optional.empty());
  }

  private static ServiceOptions options(Access access, EngineChoice engine) {
    return options(newDatabase(), access, engine);
  }

  private static ServiceOptions options(DatabaseUrl database, Access access, EngineChoice engine) {
    // A test that wants a night says so; the others turn the clock as they like.
    return new ServiceOptions(
        0,
        "127.0.0.1",
        access,
        Optional.of(database),
        folder(),
        engine,
        NightSettings.NONE,
        AlertSettings.none(Locale.ENGLISH),
        ReasonOptions.templates(Locale.ENGLISH));
  }

  /// A database of a test's own, without anything in it.
  static DatabaseUrl newDatabase() {
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
    return new DatabaseUrl(url, Optional.of(server.user()), Optional.of(server.password()));
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

  /// What goes wrong where a stack has such a frame.
  private record Fault(Predicate<StackFrame> place, Runnable failing) {}

  /// Lets the next attempts at chunks die of an error.
  void failInAChunk(int attempts) {
    for (int i = 0; i < attempts; i++) {
      failAt(
          frame -> frame.getClassName().endsWith(".ChunkWork"),
          () -> {
            throw new StackOverflowError();
          });
    }
  }

  /// Lets the next ranking of a posting fail, whichever it is.
  void failInARanking(Runnable failing) {
    failAt(
        frame ->
            frame.getDeclaringClass() == Rankings.class
                && frame.getMethodType().returnType() == Ranking.class,
        failing);
  }

  private void failAt(Predicate<StackFrame> place, Runnable failing) {
    faults.add(new Fault(place, failing));
  }

  // The service asks for the time in the midst of all that may go wrong.
  private long nanoTime() {
    Fault fault = faults.peek();
    if (fault != null && isAt(fault.place()) && faults.remove(fault)) {
      fault.failing().run();
    }
    return System.nanoTime();
  }

  private static boolean isAt(Predicate<StackFrame> place) {
    return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE).walk(all -> all.anyMatch(place));
  }

  /// Calls its API.
  Api api() {
    return new Api(service.url());
  }

  /// Where a page of it is.
  String url(String path) {
    return service.url() + path;
  }

  /// Its database, for what no route shows and for what only a defect would do.
  JdbcClient database() {
    return database;
  }

  /// A connection to its database that is there when it has gone.
  Connection connect() throws SQLException {
    DatabaseUrl url = options.database().orElseThrow();
    Connection connection =
        DriverManager.getConnection(
            url.jdbcUrl(), url.user().orElseThrow(), url.password().orElseThrow());
    connection.setSchema("entente");
    return connection;
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
          .sql(
              """
              TRUNCATE job_posting, generation_run, ranking, ranking_request, reason_request,
                model_call, model_stop, reason_count CASCADE
              """)
          .update();
      database.sql("UPDATE reason_turn SET until = 'epoch'").update();
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
