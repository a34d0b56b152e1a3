package dev.entente.benchmarks.postgresql;

import dev.entente.benchmarks.columns.CandidateColumns;
import dev.entente.benchmarks.columns.DomainEvidence;
import dev.entente.benchmarks.columns.HighestScores;
import dev.entente.benchmarks.columns.Run;
import dev.entente.benchmarks.peers.Peer;
import dev.entente.benchmarks.peers.Place;
import dev.entente.benchmarks.peers.SkillLists;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// PostgreSQL: lists of candidates by domain and skill as arrays, everything else as narrow rows,
/// one statement a posting, one connection a thread.
public final class PostgresqlPeer implements Peer {
  private final TunedServer server;
  private final Sessions sessions;
  private final SkillLists lists = new SkillLists();
  private final CopyStream people;
  private final CopyStream evidence;
  private final CopyStream texts;

  /// Starts a server of its own.
  ///
  /// @param folder for its data, empty
  public PostgresqlPeer(Path folder) throws IOException, SQLException {
    server = TunedServer.start(folder);
    server.execute(Tables.CREATE, Run.DEFAULT.inSql(Tables.FORMULAS));
    sessions = new Sessions(server);
    people = new CopyStream(server.connect(), "person");
    evidence = new CopyStream(server.connect(), "evidence");
    texts = new CopyStream(server.connect(), "text");
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String version() {
    return server.version() + ", one set-based statement a posting";
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
    people.row(
        candidate.number(),
        candidate.domains(),
        candidate.shownSkills(),
        candidate.portfolioQuality(),
        highest.months(),
        highest.feedback(),
        highest.training(),
        highest.progression(),
        highest.badges());
    for (DomainEvidence one : candidate.evidence()) {
      evidence.row(
          candidate.number(),
          one.domains(),
          one.months(),
          one.tests(),
          one.testSum(),
          one.quizzes(),
          one.quizSum(),
          one.series(),
          one.seriesSum());
    }
    texts.row(candidate.tokens(), candidate.number());
  }

  @Override
  public void finish() throws SQLException {
    try (people;
        evidence;
        texts) {
      people.finish();
      evidence.finish();
      texts.finish();
    }
    copyLists();
    lists.clear();
    server.execute(Tables.INDEX, "VACUUM ANALYZE");
  }

  private void copyLists() throws SQLException {
    try (Connection connection = server.connect();
        var copy = new CopyStream(connection, "skill_list")) {
      for (SkillLists.Key key : lists.keys()) {
        copy.row(lists.candidates(key), key.domain(), key.skill(), key.evidence());
      }
      copy.finish();
    }
  }

  @Override
  public List<Place> rank(Posting posting) throws SQLException {
    return sessions.rank(posting.columns());
  }

  @Override
  public long bytes() throws SQLException {
    return server.bytes();
  }

  @Override
  public void close() throws IOException, SQLException {
    sessions.close();
    server.delete();
  }
}
