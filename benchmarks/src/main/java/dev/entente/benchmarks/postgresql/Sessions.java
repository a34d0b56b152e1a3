package dev.entente.benchmarks.postgresql;

import dev.entente.benchmarks.columns.PostingColumns;
import dev.entente.benchmarks.peers.Place;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Connections with the prepared statement: as many as there are threads that rank. Thread-safe.
final class Sessions {
  private final TunedServer server;
  private final Queue<RankStatement> idle = new ConcurrentLinkedQueue<>();

  Sessions(TunedServer server) {
    this.server = server;
  }

  List<Place> rank(PostingColumns posting) throws SQLException {
    RankStatement free = idle.poll();
    RankStatement statement = free != null ? free : new RankStatement(server.connect());
    List<Place> places = statement.rank(posting);
    idle.add(statement);
    return places;
  }

  /// Closes those that are idle; none may be at work.
  void close() throws SQLException {
    for (RankStatement statement : idle) {
      statement.close();
    }
  }
}
