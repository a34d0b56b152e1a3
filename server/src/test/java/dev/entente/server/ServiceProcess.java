package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The service as a process of its own, with its database beside it, so that both can be killed.
final class ServiceProcess implements AutoCloseable {
  private static final String POSTMASTER = "postgres/postmaster.pid";
  private static final int PORT_LINE = 3;
  private static final String IS_SETTLED =
      """
      SELECT NOT EXISTS (SELECT FROM ranking_request)
        AND NOT EXISTS (SELECT FROM candidate_change, weighed_changes
          WHERE transaction >= (SELECT pg_snapshot_xmin(snapshot) FROM weighed_changes)
            AND NOT pg_visible_in_snapshot(transaction, snapshot))
      """;
  private static final String HAS_WRITTEN = "SELECT EXISTS (SELECT FROM ranking WHERE run_id = ?)";
  private static final int PATIENCE = 30;

  private final Path folder;
  private final Map<String, String> environment;
  private Process process;

  /// @param folder where its data are kept
  ServiceProcess(Path folder) throws IOException {
    this(folder, Map.of());
  }

  /// One with other settings, such as a database that is no process of its own.
  ServiceProcess(Path folder, Map<String, String> environment) throws IOException {
    this.folder = folder;
    this.environment = environment;
    // As root the database runs as somebody else, who must pass through.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    process = begin();
  }

  private Process begin() throws IOException {
    Files.deleteIfExists(folder.resolve("service"));
    // as the launcher runs it
    var builder =
        new ProcessBuilder(JavaCommand.of(List.of("@service.options"), "serve", "--port", "0"));
    builder.environment().putAll(Map.of("ENTENTE_DATA", folder.toString()));
    builder.environment().keySet().removeAll(List.of("ENTENTE_API_KEY", "DATABASE_URL"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.log").toFile()));
    return builder.start();
  }

  /// Starts it again, on the data that are there.
  void restart() throws IOException {
    process = begin();
  }

  /// Asks it to end as soon as its database runs, which is before it answers.
  void stopWhileItStarts() {
    Api.until(() -> Files.exists(folder.resolve(POSTMASTER)));
    close();
  }

  /// Tells whether its database is known to run.
  boolean hasADatabase() {
    return Files.exists(folder.resolve(POSTMASTER));
  }

  /// Calls it, as soon as it answers.
  Api api() {
    Api.until(() -> Files.exists(folder.resolve("service")));
    return new Api(URI.create(properties(folder.resolve("service")).getProperty("url")));
  }

  /// `kill -9` of the service.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// SIGTERM.
  ///
  /// @return how long it took to end
  Duration terminate() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as("it ends").isTrue();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// `kill -9` of the database's first process.
  void killDatabase() {
    long pid = Long.parseLong(postmaster().getFirst());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private List<String> postmaster() {
    try (Stream<String> lines = Files.lines(folder.resolve(POSTMASTER))) {
      return lines.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All ranked rows by posting, read from the database itself, whoever runs.
  Map<String, List<String>> lists() {
    Map<String, List<String>> lists = new TreeMap<>();
    for (String[] row :
        select(
            """
            SELECT "jobPostingId", concat_ws(' ', rank, "candidateId", total, scores)
            FROM ranked_matching WHERE rank IS NOT NULL ORDER BY "jobPostingId", rank
            """)) {
      lists.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row[1]);
    }
    return lists;
  }

  /// The statuses that people set, by matching.
  Map<String, String> decisions() {
    Map<String, String> decisions = new TreeMap<>();
    for (String[] row :
        select("SELECT id, status FROM \"CandidateMatching\" WHERE status <> 'PENDING'")) {
      decisions.put(row[0], row[1]);
    }
    return decisions;
  }

  /// Waits until all that changed is in all lists.
  void settle() {
    try (Question settled = isSettled()) {
      settled.awaitYes();
    }
  }

  /// Asks whether all that changed is in all lists.
  Question isSettled() {
    return new Question(IS_SETTLED);
  }

  /// Waits until the run has written its first lists.
  void awaitLists(String run) {
    try (var written = new Question(HAS_WRITTEN, UUID.fromString(run))) {
      written.awaitYes();
    }
  }

  /// A question to the database that can be asked again and again over one connection, answered by
  /// indexes: to make one, or to read all changes of an import, takes longer than what is measured.
  final class Question implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement statement;

    private Question(String sql, Object... values) {
      try {
        connection = connect();
        try (Statement setting = connection.createStatement()) {
          setting.execute("SET enable_seqscan = off");
        }
        statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /// Waits until the answer is yes, asking every millisecond: a database that is asked without
    /// pause has a core less for what is waited for.
    void awaitYes() {
      Api.until(Duration.ofMillis(1), this::isYes);
    }

    private boolean isYes() {
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// The candidates who are on most lists, those on most first.
  List<String> mostListed(int count) {
    return select(
            """
            SELECT "candidateId", count(*) FROM "CandidateMatching" WHERE listed
            GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %d
            """
                .formatted(count))
        .stream()
        .map(row -> row[0])
        .toList();
  }

  private List<String[]> select(String sql) {
    List<String[]> all = new ArrayList<>();
    Api.until(() -> read(sql, all));
    return all;
  }

  /// Reads all rows; false while the database starts again.
  private boolean read(String sql, List<String[]> all) {
    all.clear();
    if (Files.notExists(folder.resolve(POSTMASTER))) {
      return false;
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(new String[] {rows.getString(1), rows.getString(2)});
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    try {
      String url =
          "jdbc:postgresql://127.0.0.1:%s/entente?currentSchema=entente"
              .formatted(postmaster().get(PORT_LINE));
      String password = Files.readAllLines(folder.resolve("postgres-password")).getFirst();
      return DriverManager.getConnection(url, "entente", password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties properties(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }
}
