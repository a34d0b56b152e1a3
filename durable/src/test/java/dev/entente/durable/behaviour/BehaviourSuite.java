package dev.entente.durable.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of each function's runs, whoever runs them and wherever their code is.
///
/// All are started at once, so that one does not wait for another's sleeps.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BehaviourSuite {
  private Map<String, Future<Observed>> observed = Map.of();

  /// Begins to run functions.
  abstract void open() throws Exception;

  /// Ends what was begun.
  abstract void close() throws Exception;

  /// Sends the events of an expectation, waits for the ends of all runs, and reads them.
  abstract Observed observe(Expectation expected) throws Exception;

  @BeforeAll
  void begin() throws Exception {
    open();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      observed =
          BehaviourExpectations.all().stream()
              .collect(
                  Collectors.toMap(
                      Expectation::id,
                      expected -> threads.submit((Callable<Observed>) () -> observe(expected))));
    }
  }

  @AfterAll
  void end() throws Exception {
    close();
  }

  static Stream<Expectation> expectations() {
    return BehaviourExpectations.all().stream();
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void runsEndAsExpected(Expectation expected) throws Exception {
    Observed run = observed(expected.id());

    assertThat(run.statuses()).isEqualTo(expected.statuses());
    assertThat(run.output()).isEqualTo(expected.output());
    assertThat(run.error()).isEqualTo(expected.error());
    compareSteps(expected, run);
  }

  /// Compares what only those tell who show their state.
  void compareSteps(Expectation expected, Observed run) {
    assertThat(run.steps()).containsExactlyInAnyOrderElementsOf(expected.steps());
    if (expected.isOrdered()) {
      assertThat(run.steps()).isEqualTo(expected.steps());
    }
    assertThat(run.attempts()).isEqualTo(expected.attempts());
    assertThat(run.sent()).containsAll(expected.after().stream().map(Observed::told).toList());
  }

  private Observed observed(String id) throws Exception {
    try {
      return Objects.requireNonNull(observed.get(id)).get();
    } catch (ExecutionException e) {
      throw new AssertionError("function " + id + " could not be observed", e.getCause());
    }
  }
}
