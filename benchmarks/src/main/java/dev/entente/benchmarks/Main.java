package dev.entente.benchmarks;

import dev.entente.benchmarks.inner.InnerPieces;
import dev.entente.benchmarks.measurement.PeerKind;
import dev.entente.benchmarks.measurement.Plan;
import dev.entente.benchmarks.measurement.Series;
import dev.entente.benchmarks.peers.Folders;
import dev.entente.benchmarks.pool.ModelPool;
import dev.entente.benchmarks.pool.ModelShape;
import dev.entente.benchmarks.pool.Pool;
import dev.entente.benchmarks.pool.RealDocuments;
import dev.entente.benchmarks.promises.WholeProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./entente bench`.
@Command(name = "entente bench")
final class Main implements Callable<Integer> {
  private static final int LARGE = 5_000_000;

  @Option(names = "--candidates", split = ",", description = "how many, one table each")
  private List<Integer> candidates = List.of(10_000, 100_000, 1_000_000);

  @Option(names = "--large", description = "adds 5,000,000, for those that are fast enough")
  private boolean isLarge;

  @Option(names = "--peers", split = ",", description = "which engines")
  private List<PeerKind> peers = List.of(PeerKind.values());

  @Option(names = "--postings", description = "most postings of a pass of a slow peer")
  private int postings = 100;

  @Option(names = "--checked", description = "lists of each peer that are compared")
  private int checked = 20;

  @Option(names = "--rounds", description = "warm passes")
  private int rounds = 5;

  @Option(names = "--threads", description = "threads of a pass")
  private int threads = 2;

  @Option(names = "--seconds", description = "a pass begins no posting after this time")
  private int seconds = 20;

  @Option(names = "--seed", description = "of the data")
  private long seed = 20_261_123;

  @Option(names = "--model", description = "a model even where real documents are")
  private boolean isModel;

  @Option(names = "--inner", description = "the inner pieces instead, with JMH")
  private boolean isInner;

  @Option(names = "--program", description = "the whole program instead, as cold processes")
  private boolean isProgram;

  @Option(names = "--heap", description = "of these processes")
  private String heap = "1g";

  /// Ends with 0 if everything ran and all lists were equal, 1 if not, 2 for a wrong option.
  static void main(String... arguments) {
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (isInner) {
      InnerPieces.run();
      return 0;
    }
    Path folder = Folders.temporary("documents");
    try {
      if (isProgram) {
        measureProgram(pool(folder));
        return 0;
      }
      return compare(pool(folder)) ? 0 : 1;
    } finally {
      Folders.delete(folder);
    }
  }

  private Pool pool(Path folder) throws IOException, InterruptedException {
    Pool model = new ModelPool(seed, ModelShape.WIDE);
    return isModel ? model : RealDocuments.pool(home(), folder, seed).orElse(model);
  }

  private static Path home() {
    return Path.of(System.getProperty("entente.home", ".")).toAbsolutePath().normalize();
  }

  private void measureProgram(Pool pool) throws Exception {
    var program = new WholeProgram(home(), pool, rounds, System.out);
    for (int count : candidates) {
      program.night(count, postings, heap);
      program.fileMode(count, postings, heap);
    }
  }

  private boolean compare(Pool pool) throws Exception {
    List<Plan> plans = new ArrayList<>();
    for (int count : candidates) {
      plans.add(plan(count, checked));
    }
    boolean isEqual = new Series(pool, peers, System.out).run(plans);
    if (isLarge) {
      List<PeerKind> fast = peers.stream().filter(PeerKind::isFast).toList();
      isEqual &= new Series(pool, fast, System.out).run(List.of(plan(LARGE, 1)));
    }
    return isEqual;
  }

  private Plan plan(int count, int compared) {
    return new Plan(count, postings, compared, rounds, threads, Duration.ofSeconds(seconds));
  }
}
