package dev.entente.benchmarks;

import dev.entente.benchmarks.measurement.PeerKind;
import dev.entente.benchmarks.measurement.Plan;
import dev.entente.benchmarks.measurement.Series;
import dev.entente.benchmarks.pool.ModelPool;
import dev.entente.benchmarks.pool.ModelShape;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./entente bench`.
@Command(
    name = "entente bench",
    mixinStandardHelpOptions = true,
    description = "Compares engines that give the same lists, and prints what they take.")
final class Main implements Callable<Integer> {
  @Option(
      names = "--candidates",
      split = ",",
      description = "How many, one table each (default: ${DEFAULT-VALUE}).")
  private List<Integer> candidates = List.of(10_000, 100_000, 1_000_000);

  @Option(
      names = "--peers",
      split = ",",
      description = "Which engines: ${COMPLETION-CANDIDATES} (default: all).")
  private List<PeerKind> peers = List.of(PeerKind.values());

  @Option(
      names = "--postings",
      description = "Most postings of a pass (default: ${DEFAULT-VALUE}).")
  private int postings = 100;

  @Option(names = "--checked", description = "Lists compared (default: ${DEFAULT-VALUE}).")
  private int checked = 20;

  @Option(names = "--rounds", description = "Warm passes (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(names = "--threads", description = "Threads of a pass (default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  @Option(
      names = "--seconds",
      description = "A pass begins no posting after this time (default: ${DEFAULT-VALUE}).")
  private int seconds = 20;

  @Option(names = "--seed", description = "Of the data (default: ${DEFAULT-VALUE}).")
  private long seed = 20_261_123;

  /// @param arguments as `--help` says
  static void main(String... arguments) {
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    List<Plan> plans = candidates.stream().map(this::plan).toList();
    var series = new Series(new ModelPool(seed, ModelShape.WIDE), peers, System.out);
    return series.run(plans) ? 0 : 1;
  }

  private Plan plan(int count) {
    return new Plan(count, postings, checked, rounds, threads, Duration.ofSeconds(seconds));
  }
}
