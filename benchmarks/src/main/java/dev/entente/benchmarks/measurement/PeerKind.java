package dev.entente.benchmarks.measurement;

import dev.entente.benchmarks.duckdb.DuckdbPeer;
import dev.entente.benchmarks.lucene.LucenePeer;
import dev.entente.benchmarks.peers.EntentePeer;
import dev.entente.benchmarks.peers.Peer;
import dev.entente.benchmarks.postgresql.PostgresqlPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// The engines that can be compared.
public enum PeerKind {
  ENTENTE,
  POSTGRESQL,
  DUCKDB,
  LUCENE;

  /// An empty peer of this kind.
  ///
  /// @param folder where it may keep files, in a folder of its own
  public Peer make(Path folder) throws IOException, SQLException {
    return switch (this) {
      case ENTENTE -> new EntentePeer();
      case POSTGRESQL -> new PostgresqlPeer(folder.resolve("postgresql"));
      case DUCKDB -> new DuckdbPeer(folder.resolve("duckdb"));
      case LUCENE -> new LucenePeer(folder.resolve("lucene"));
    };
  }

  /// Tells whether it is worth waiting for with millions of candidates.
  public boolean isFast() {
    return switch (this) {
      case POSTGRESQL, DUCKDB -> false;
      case ENTENTE, LUCENE -> true;
    };
  }
}
