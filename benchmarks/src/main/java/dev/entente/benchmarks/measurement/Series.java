package dev.entente.benchmarks.measurement;

import dev.entente.benchmarks.peers.Folders;
import dev.entente.benchmarks.pool.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Measurements with more and more candidates, each printed as soon as it is there.
public final class Series {
  /// How many times more postings a fast peer ranks.
  private static final int FAST = 10;

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
    List<Contender> contenders = new ArrayList<>();
    try {
      for (PeerKind kind : kinds) {
        int postings = kind.isFast() ? FAST * plan.postings() : plan.postings();
        contenders.add(new Contender(kind.make(folder), postings));
      }
      Measurement.Outcome outcome = new Measurement(plan, pool, contenders).run();
      out.print(
          Report.head(
              pool.origin(), contenders.stream().map(one -> one.peer().version()).toList()));
      out.println(Report.table(outcome, plan.threads()));
      return outcome.differences().isEmpty();
    } finally {
      for (Contender contender : contenders) {
        contender.peer().close();
      }
      Folders.delete(folder);
    }
  }
}
