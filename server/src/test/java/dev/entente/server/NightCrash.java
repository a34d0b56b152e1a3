package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.entente.server.ops.DatabaseUrl;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A service in a process of its own, on a database of the tests' server, that is killed in the
/// middle of nights.
final class NightCrash implements AutoCloseable {
  /// What a night does to the database, step by step; a process is killed before each.
  static final Map<String, String> STEPS = steps();

  private static final long LOCK = 20_261_123;

  // A dead process is known to be one by then.
  private static final Duration LATER = Duration.ofSeconds(30);

  private static final long TICK = 20_000_000;
  private static final Lock ONE_AT_A_TIME = new ReentrantLock();

  private static final String CAUGHT =
      """
      SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
      WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted
        AND objid =
      """
          + LOCK;
  private static final String TOLD =
      """
      SELECT count(*) FROM durable.event
      WHERE name = 'matching/run.completed' AND data ->> 'run' = :id
      """;

  final DatabaseUrl url;
  final HikariDataSource source;
  final JdbcClient database;
  final ServiceProcess process;
  private final int postings;

  NightCrash(Path folder, int postings, int candidates) throws IOException {
    this.postings = postings;
    url = TestService.newDatabase();
    var config = new HikariConfig();
    config.setJdbcUrl(url.jdbcUrl());
    url.user().ifPresent(config::setUsername);
    url.password().ifPresent(config::setPassword);
    config.setSchema("entente");
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(1);
    source = new HikariDataSource(config);
    database = JdbcClient.create(source);
    process = new ServiceProcess(folder, environment(url, Map.of()));
    NightData.fill(process.api(), postings, candidates);
    settle();
    process.api().run();
    settle();
  }

  /// The environment of a process on a database of the tests' server, which has no nights.
  ///
  /// @param more that is set
  static Map<String, String> environment(DatabaseUrl url, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    String parameters = url.jdbcUrl().contains("?") ? "&" : "?";
    environment.put(
        "DATABASE_URL",
        url.jdbcUrl()
            + parameters
            + "user=%s&password=%s"
                .formatted(url.user().orElseThrow(), url.password().orElseThrow()));
    environment.put("ENTENTE_NIGHT_HOUR", "none");
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"); // starts in less time
    // Several share a server that has not many connections.
    environment.put("SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE", "1");
    return environment;
  }

  private static Map<String, String> steps() {
    Map<String, String> steps = new LinkedHashMap<>();
    steps.put(
        "run begins", update("generation_run", "OLD.status = 'QUEUED' AND NEW.status = 'RUNNING'"));
    steps.put("chunks are recorded", "INSERT ON generation_chunk FOR EACH ROW");
    steps.put(
        "conditions are fixed",
        update("generation_run", "OLD.feedback_mean IS NULL AND NEW.feedback_mean IS NOT NULL"));
    steps.put("open-run is kept", step("open-run"));
    steps.put(
        "chunks are invoked", "INSERT ON durable.step FOR EACH ROW WHEN (NEW.id = 'chunk-1')");
    steps.put("chunk begins", update("generation_chunk", "NEW.attempt > OLD.attempt"));
    steps.put("lists are written", "INSERT OR UPDATE ON \"CandidateMatching\" FOR EACH ROW");
    steps.put("rankings are written", update("ranking", "true"));
    steps.put("progress is told", update("generation_chunk", "NEW.written > OLD.written"));
    steps.put("chunk is done", update("generation_chunk", "NEW.status = 'DONE'"));
    steps.put("rank-and-write is kept", step("rank-and-write"));
    steps.put("chunk's function ends", end("chunk"));
    steps.put(
        "totals are written",
        update("generation_run", "NEW.postings_written > OLD.postings_written"));
    steps.put("run is completed", update("generation_run", "NEW.status = 'COMPLETED'"));
    steps.put("close-run is kept", step("close-run"));
    steps.put(
        "completion is told",
        "INSERT ON durable.event FOR EACH ROW WHEN (NEW.name = 'matching/run.completed')");
    steps.put("night's function ends", end("daily"));
    return Collections.unmodifiableMap(steps);
  }

  private static String update(String table, String when) {
    return "UPDATE ON %s FOR EACH ROW WHEN (%s)".formatted(table, when);
  }

  private static String step(String id) {
    return "INSERT ON durable.step FOR EACH ROW WHEN (NEW.id = '%s' AND NEW.status = 'DONE')"
        .formatted(id);
  }

  private static String end(String function) {
    return update(
        "durable.run",
        "NEW.function_id = 'entente-generate-matchings-%s' AND NEW.ended_at IS NOT NULL"
            .formatted(function));
  }

  /// A night that was begun.
  ///
  /// @param before the lists of before
  record Killed(String run, StoredLists before) {}

  /// Starts a night, and kills the process when it comes to a step.
  ///
  /// @param isBehind whether what the process was about to do is done all the same, as far as it
  ///   needs no further word of it
  Killed killAt(String step, boolean isBehind, int round) throws Exception {
    StoredLists before = prepare(round);
    try (Connection holding = source.getConnection();
        Statement lock = holding.createStatement()) {
      lock.execute("SELECT pg_advisory_lock(%d)".formatted(LOCK));
      try (Trap _ = Trap.waiting(database, LOCK, Objects.requireNonNull(STEPS.get(step)))) {
        Killed night = begin(before);
        Api.until(this::isCaught);
        process.kill();
        if (!isBehind) {
          endOthers();
        }
        release(lock);
        return night;
      }
    }
  }

  /// Starts a night, and kills the process some time later.
  Killed killAfter(Duration time, int round) throws Exception {
    Killed night = begin(prepare(round));
    Thread.sleep(time);
    process.kill();
    return night;
  }

  /// Sees to it that the next night changes all lists.
  ///
  /// @return those of before
  StoredLists prepare(int round) {
    NightData.move(process.api(), round);
    settle();
    return StoredLists.of(database);
  }

  /// Starts a night.
  Killed begin(StoredLists before) {
    return new Killed(process.api().post("/api/runs").json().get("id").stringValue(), before);
  }

  private static void release(Statement lock) throws SQLException {
    lock.execute("SELECT pg_advisory_unlock(%d)".formatted(LOCK));
  }

  private boolean isCaught() {
    return count(CAUGHT) > 0;
  }

  /// Tells whether somebody waits for a lock.
  boolean isWaitingForALock() {
    return count(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'
            """)
        > 0;
  }

  private void endOthers() {
    database
        .sql(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'
            """)
        .query((_, _) -> true)
        .list();
  }

  /// Makes sure that the run ends by itself as if nothing had happened to it.
  void requireWhole(Killed killed, Api api) {
    Api.until(() -> isOver(api, killed.run()));
    settle();
    JsonNode run = api.get("/api/runs/" + killed.run()).json();
    StoredLists seen = StoredLists.of(database);
    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(run.get("postings").get("written").intValue()).isEqualTo(postings);
    assertThat(run.get("failures")).isEmpty();
    assertThat(seen.differing(killed.before())).hasSize(postings);
    Api.until(() -> count("SELECT count(*) FROM durable.run WHERE ended_at IS NULL") == 0);
    assertThat(told(killed.run())).as("completions told").isEqualTo(1);
    api.run();
    seen.requireMixed(Set.of(), killed.before(), StoredLists.of(database));
  }

  private int told(String run) {
    return database.sql(TOLD).param("id", run).query(Integer.class).single();
  }

  private static boolean isOver(Api api, String run) {
    Api.Answer answer = api.get("/api/runs/" + run);
    return answer.status() == 200 && !answer.json().get("finishedAt").isNull();
  }

  /// Another instance does the rest. One at a time, as there are not many connections.
  void goOn(Killed killed) throws InterruptedException {
    var clock = new SettableClock(Instant.now().plus(LATER));
    Thread time =
        Thread.startVirtualThread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                clock.set(Instant.now().plus(LATER));
                LockSupport.parkNanos(TICK);
              }
            });
    ONE_AT_A_TIME.lock();
    try (TestService next = TestService.on(url, clock)) {
      requireWhole(killed, next.api());
    } finally {
      ONE_AT_A_TIME.unlock();
      time.interrupt();
      time.join();
    }
  }

  /// Starts a night, and stops the process while that waits for a lock; another instance does the
  /// rest.
  ///
  /// @param lock SQL
  /// @return how long the process took to end
  Duration stop(StoredLists before, String lock) throws Exception {
    Killed stopped;
    Duration time;
    try (Connection holding = source.getConnection();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      statement.execute(lock);
      stopped = begin(before);
      Api.until(this::isWaitingForALock);
      time = process.terminate();
      holding.rollback();
      holding.setAutoCommit(true);
    }
    goOn(stopped);
    assertThat(texts("SELECT DISTINCT outcome FROM durable.attempt"))
        .isSubsetOf("DONE", "LOST"); // neither counts as one that failed
    return time;
  }

  /// Waits until all that changed is in all lists.
  void settle() {
    Api.until(() -> count(TestService.WAITING) == 0);
  }

  int count(String sql) {
    return database.sql(sql).query(Integer.class).single();
  }

  List<String> texts(String sql) {
    return database.sql(sql).query((row, _) -> row.getString(1)).list();
  }

  @Override
  public void close() {
    process.close();
    source.close();
  }
}
