package dev.entente.benchmarks.inner;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs all benchmarks of this package with JMH, which prints its own table.
public final class InnerPieces {
  private InnerPieces() {}

  /// Takes about two minutes.
  ///
  /// @throws RunnerException if a benchmark fails
  public static void run() throws RunnerException {
    String ours = InnerPieces.class.getPackageName().replace(".", "\\.") + "\\..*";
    new Runner(new OptionsBuilder().include(ours).shouldFailOnError(true).build()).run();
  }
}
