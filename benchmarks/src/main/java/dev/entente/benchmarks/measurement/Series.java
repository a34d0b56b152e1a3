package dev.entente.benchmarks.measurement;

import dev.entente.benchmarks.peers.Folders;
import dev.entente.benchmarks.peers.Peer;
import dev.entente.benchmarks.pool.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Measurements with more and more candidates, each printed as soon as it is there.
public final class Series {
  private final Pool pool;
  private final List<PeerKind> kinds;
  private final PrintStream out;

  public Series(Pool pool, List<PeerKind> kinds, PrintStream out) {
    this.pool = pool;
    this.kinds = List.copyOf(kinds);
    this.out = out;
  }

  /// Runs the plans one after the other.
  ///
  /// @return whether all lists were equal
  public boolean run(List<Plan> plans) throws IOException, SQLException, InterruptedException {
    boolean isEqual = true;
    for (Plan plan : plans) {
      isEqual &= run(plan);
    }
    return isEqual;
  }

  private boolean run(Plan plan) throws IOException, SQLException, InterruptedException {
    Path folder = Folders.temporary("bench");
    List<Peer> peers = new ArrayList<>();
    try {
      for (PeerKind kind : kinds) {
        peers.add(kind.make(folder));
      }
      Measurement.Outcome outcome = new Measurement(plan, pool, peers).run();
      out.print(Report.head(pool.origin(), peers.stream().map(Peer::version).toList()));
      out.println(Report.table(outcome, plan.threads()));
      return outcome.differences().isEmpty();
    } finally {
      for (Peer peer : peers) {
        peer.close();
      }
      Folders.delete(folder);
    }
  }
}
