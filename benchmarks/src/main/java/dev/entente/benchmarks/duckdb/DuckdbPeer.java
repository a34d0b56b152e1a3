package dev.entente.benchmarks.duckdb;

import dev.entente.benchmarks.columns.CandidateColumns;
import dev.entente.benchmarks.columns.DomainEvidence;
import dev.entente.benchmarks.columns.HighestScores;
import dev.entente.benchmarks.columns.Run;
import dev.entente.benchmarks.peers.Folders;
import dev.entente.benchmarks.peers.Peer;
import dev.entente.benchmarks.peers.Place;
import dev.entente.benchmarks.peers.SkillLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// DuckDB: lists of candidates by domain and skill, everything else as sorted columns, vectorised
/// statements, one connection a thread.
public final class DuckdbPeer implements Peer {
  private final Path folder;
  private final DuckDBConnection connection;
  private final String version;
  private final SkillLists lists = new SkillLists();
  private final DuckDBAppender people;
  private final DuckDBAppender evidence;
  private final DuckDBAppender texts;
  private final Queue<Session> idle = new ConcurrentLinkedQueue<>();

  /// @param folder for its file, empty
  public DuckdbPeer(Path folder) throws IOException, SQLException {
    this.folder = Files.createDirectories(folder);
    connection =
        DriverManager.getConnection("jdbc:duckdb:" + file()).unwrap(DuckDBConnection.class);
    version = connection.getMetaData().getDatabaseProductVersion();
    execute(Tables.CREATE);
    execute(Tables.FORMULAS);
    people = connection.createAppender("main", "person");
    evidence = connection.createAppender("main", "loaded_evidence");
    texts = connection.createAppender("main", "text");
  }

  private Path file() {
    return folder.resolve("candidates.duckdb");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public String name() {
    return "DuckDB";
  }

  @Override
  public String version() {
    return "DuckDB " + version + ", two vectorised statements a posting";
  }

  @Override
  public void add(List<Candidate> candidates) throws SQLException {
    for (Candidate candidate : candidates) {
      if (!candidate.columns().optedOut()) {
        add(candidate.columns());
      }
    }
  }

  private void add(CandidateColumns candidate) throws SQLException {
    HighestScores highest = HighestScores.of(candidate, Run.DEFAULT);
    lists.add(candidate);
    people
        .beginRow()
        .append(candidate.number())
        .append(candidate.domains())
        .append(candidate.shownSkills())
        .append(candidate.portfolioQuality())
        .append(highest.months())
        .append(highest.feedback())
        .append(highest.training())
        .append(highest.progression())
        .append(highest.badges())
        .endRow();
    for (DomainEvidence one : candidate.evidence()) {
      addEvidence(candidate.number(), one);
    }
    texts.beginRow().append(candidate.number()).append(candidate.tokens()).endRow();
  }

  private void addEvidence(int candidate, DomainEvidence one) throws SQLException {
    for (long rest = one.domains(); rest != 0; rest &= rest - 1) {
      evidence
          .beginRow()
          .append(candidate)
          .append(Long.numberOfTrailingZeros(rest))
          .append(one.domains())
          .append(one.months())
          .append(one.tests())
          .append(one.testSum())
          .append(one.quizzes())
          .append(one.quizSum())
          .append(one.series())
          .append(one.seriesSum())
          .endRow();
    }
  }

  @Override
  public void finish() throws SQLException {
    people.close();
    evidence.close();
    texts.close();
    try (DuckDBAppender appender = connection.createAppender("main", "skill_list")) {
      for (SkillLists.Key key : lists.keys()) {
        appender
            .beginRow()
            .append(key.domain())
            .append(key.skill())
            .append(key.evidence())
            .append(lists.candidates(key))
            .endRow();
      }
    }
    lists.clear();
    execute(Tables.SORT);
    // A statement on every core for itself takes less than all statements on all cores.
    execute("SET threads = 1");
  }

  @Override
  public List<Place> rank(Posting posting) throws SQLException {
    Session free = idle.poll();
    Session session = free != null ? free : new Session(connection.duplicate());
    List<Place> places = session.rank(posting.columns());
    idle.add(session);
    return places;
  }

  @Override
  public long bytes() throws IOException {
    return Files.size(file());
  }

  @Override
  public void close() throws IOException, SQLException {
    for (Session session : idle) {
      session.close();
    }
    connection.close();
    Folders.delete(folder);
  }
}
