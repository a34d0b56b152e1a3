package dev.entente.matching.index;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Does many pieces of work on all processors, each of them where one is free.
final class AllProcessors {
  /* A parallel stream would hand out quarters where there are two processors, and one of them would wait
   * for the other, whose quarter was larger. Here each piece is for whoever is free: the caller begins
   * with the first one, the others with the last. */

  private AllProcessors() {}

  /// What a function makes of each number.
  ///
  /// @param count of the numbers, which begin with 0
  static <T> List<T> map(int count, IntFunction<T> function) {
    return map(IntStream.range(0, count).boxed().toList(), function::apply);
  }

  /// What a function makes of each.
  ///
  /// @param all in the order of the results
  /// @param function whose exceptions are thrown here
  static <A, T> List<T> map(List<A> all, Function<A, T> function) {
    List<ForkJoinTask<T>> tasks =
        all.stream().map(one -> ForkJoinTask.adapt(call(function, one))).toList();
    ForkJoinTask.invokeAll(tasks);
    return tasks.stream().map(ForkJoinTask::join).toList();
  }

  private static <A, T> Callable<T> call(Function<A, T> function, A one) {
    return () -> function.apply(one);
  }
}
