package dev.entente.inngest.function;

import dev.entente.inngest.json.TypeToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the steps of one call of a function: what is done once, kept, and tried again by itself.
///
/// A step's id is its name in the kept state: it stays the same from call to call and from release
/// to release. An id that repeats, as in a loop, is counted in the order of the calls.
///
/// Steps are made by the thread that called the function, outside of other steps' bodies. Use
/// [#parallel(Supplier...)] for what may go on at once.
///
/// Every method that makes a step leaves the function with an [Error] while the step is not done;
/// see [FunctionBody].
public abstract class Step {
  /// For engines that run functions.
  protected Step() {}

  /// Runs code once and keeps what it gives.
  ///
  /// @param id at least one character
  /// @param type as which the kept result is read
  /// @param body may throw anything: it is tried again as the function's retries say
  /// @return what the body gave, read back from JSON: `null` if it gave `null`
  /// @throws StepException if all attempts have failed
  /// @throws IllegalStateException if the kept result is none of this type
  public abstract <T extends @Nullable Object> T run(
      String id, Class<T> type, Callable<? extends T> body);

  /// The same for a result of a generic type, such as `new TypeToken<List<Order>>() {}`.
  public abstract <T extends @Nullable Object> T run(
      String id, TypeToken<T> type, Callable<? extends T> body);

  /// The same with an input that is shown beside the result, and that a rerun can edit.
  ///
  /// @param input at most 4 MiB as JSON; an edited one is read as its class, so it is a record or a
  ///   simple value, and lists and maps are components of a record
  /// @throws NonRetriableException if it is no such value
  public abstract <I, T extends @Nullable Object> T run(
      String id, Class<T> type, I input, StepBody<I, T> body);

  /// Runs code once, for its effect.
  ///
  /// @throws StepException if all attempts have failed
  public abstract void run(String id, StepAction action);

  /// Goes on after a time; meanwhile nothing runs.
  ///
  /// @param duration rounded up to whole seconds, at least 1, at most 366 days
  /// @throws NonRetriableException if it is negative or longer
  public abstract void sleep(String id, Duration duration);

  /// Goes on at a time, or at once if it is over; meanwhile nothing runs.
  ///
  /// @param time of the years 0 to 9999; the server takes none that is more than 366 days off
  /// @throws NonRetriableException if it is of another year
  public abstract void sleepUntil(String id, Instant time);

  /// Waits for an event; meanwhile nothing runs.
  ///
  /// @return the event, or empty if the time was up first
  public abstract Optional<Event> waitForEvent(String id, EventWait wait);

  /// Calls another function and waits for its result; meanwhile nothing runs.
  ///
  /// @param type as which the result is read
  /// @return `null` if it gave `null`
  /// @throws StepException if it failed, or if the time was up (its name is then
  ///   `InngestInvokeTimeoutError`)
  public abstract <T extends @Nullable Object> T invoke(
      String id, Class<T> type, Invocation invocation);

  /// The same for a result of a generic type.
  public abstract <T extends @Nullable Object> T invoke(
      String id, TypeToken<T> type, Invocation invocation);

  /// Sends events as a step. Tries of one attempt are taken once by the server; an attempt that
  /// failed behind the sending sends again. Give events an id of their own, [Event#withId], where
  /// that must start nothing twice.
  ///
  /// @param events at least one
  /// @return the ids that the server gave them, in their order
  /// @throws StepException if they could not be sent
  public abstract List<String> sendEvent(String id, List<Event> events);

  /// The same for one event.
  ///
  /// @return the id that the server gave it
  /// @throws StepException if it could not be sent
  public final String sendEvent(String id, Event event) {
    return sendEvent(id, List.of(event)).getFirst();
  }

  /// Runs branches side by side: the steps that all of them have reached go on at once.
  ///
  /// Each branch may have several steps, one behind the other, and groups of its own. The code
  /// between steps is called by one thread, branch by branch. A step id that several branches share
  /// is the first and only use of it in each of them; an id such as `x:1` is shared with those that
  /// repeat `x`.
  ///
  /// @return the results of the branches in their order
  /// @throws RuntimeException what the first branch that failed has thrown, once all have ended;
  ///   what others have thrown is suppressed in it for whoever catches it, and not reported to the
  ///   server
  /// @throws NonRetriableException if branches share a step id in another way
  public abstract <T extends @Nullable Object> List<T> parallel(
      List<? extends Supplier<? extends T>> branches);

  /// The same for branches that are written one by one.
  @SafeVarargs
  @SuppressWarnings("varargs") // nothing is written into the array
  public final <T extends @Nullable Object> List<T> parallel(Supplier<? extends T>... branches) {
    return parallel(List.of(branches));
  }

  /// The same for branches that have effects alone, such as `() -> step.run("tell", action)`.
  public final void parallel(Runnable... branches) {
    List<Supplier<Boolean>> effects = new ArrayList<>();
    for (Runnable branch : branches) {
      effects.add(
          () -> {
            branch.run();
            return true;
          });
    }
    parallel(effects);
  }

  /// The same with a branch for each of some items.
  ///
  /// @return the results in the order of the items
  public final <I, T extends @Nullable Object> List<T> parallel(
      Iterable<? extends I> items, Function<? super I, ? extends T> branch) {
    List<Supplier<T>> branches = new ArrayList<>();
    items.forEach(item -> branches.add(() -> branch.apply(item)));
    return parallel(branches);
  }
}
