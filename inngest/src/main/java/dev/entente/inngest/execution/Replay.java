package dev.entente.inngest.execution;

import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The way of one call through a function: past the steps that are done, up to those that are not.
///
/// A step that is not done leaves the function with an [Interruption]. Within a group it leaves its
/// branch only; the group goes on with the next branch, and leaves when all have been seen.
final class Replay {
  private static final int LONGEST_ID = 1_024;
  private static final int SHOWN = 80;
  // A code point of the class Cs is a surrogate whose other half is missing.
  private static final Pattern UNUSABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final CallRequest request;
  private final StepObserver observer;
  private final StepRunner runner;
  private final StepIds ids = new StepIds();
  private final Branches branches = new Branches();
  private final Thread caller = Thread.currentThread();
  private final Set<String> seen = new HashSet<>();
  private final List<Operation> reported = new ArrayList<>();
  private final List<StepRef> found = new ArrayList<>();

  // What the function, or the branch, is being left with; null while it is not.
  private @Nullable Interruption interruption;
  private @Nullable String running;
  private boolean isSwallowed;
  private boolean isOver;

  Replay(CallRequest request, StepObserver observer) {
    this.request = request;
    this.observer = observer;
    runner = new StepRunner(request.context().isLastAttempt());
  }

  /// Gives what is kept of a step.
  ///
  /// @param step makes it if it is not done; given its input, if somebody has edited it
  /// @throws StepException if the step has failed for good
  /// @throws Interruption if it is not done
  Json reach(String id, Function<Optional<Json>, NewStep> step) {
    requireUsable(id);
    StepIds.Unique unique = ids.next(id);
    branches.use(unique.tried());
    StepRef ref = unique.ref();
    seen.add(ref.hash());
    return switch (request.memos().get(ref.hash())) {
      case Memo.Done(var result) -> {
        observer.passed(ref);
        yield result;
      }
      case Memo.Failed(var error) -> {
        observer.passed(ref);
        throw new StepException(id, error);
      }
      case Memo.Edited(var input) -> throw leaveAt(ref, () -> step.apply(Optional.of(input)));
      case null -> throw leaveAt(ref, () -> step.apply(Optional.empty()));
    };
  }

  private void requireUsable(String id) {
    if (running != null) {
      throw new NonRetriableException(
          ("step %s is made inside the code of step %s: a step's code is run once and cannot hold"
                  + " steps. Make it before or behind the other one.")
              .formatted(id, running));
    }
    if (isOver || Thread.currentThread() != caller) {
      throw new NonRetriableException(
          ("step %s is made by another thread than the function's, or behind its end: make steps"
                  + " where the function is called, and use step.parallel for several at once.")
              .formatted(id));
    }
    if (interruption != null) {
      throw interruption; // a finally block, or somebody has caught it
    }
    if (id.isEmpty()) {
      throw new NonRetriableException("the id of a step is empty: give each step a name");
    }
    if (id.length() > LONGEST_ID || UNUSABLE.matcher(id).find()) {
      throw new NonRetriableException(
          "the id of a step has at most %,d characters, no NUL and no half of a pair of surrogates, got %,d characters: %s"
              .formatted(LONGEST_ID, id.length(), shown(id)));
    }
  }

  private static String shown(String id) {
    return UNUSABLE.matcher(id.substring(0, Math.min(id.length(), SHOWN))).replaceAll("\uFFFD");
  }

  private Interruption leaveAt(StepRef ref, Supplier<NewStep> step) {
    if (request.target().isEmpty()) {
      reported.add(discover(ref, step.get()));
    } else if (request.target().get().equals(ref.hash())) {
      step.get().code().ifPresentOrElse(code -> reported.add(run(ref, code)), () -> found.add(ref));
    } else {
      found.add(ref);
    }
    interruption = new Interruption(ref.id());
    return interruption;
  }

  private Operation discover(StepRef ref, NewStep step) {
    boolean isAlone = !request.isPlanOnly() && !branches.isInGroup();
    return step.code()
        .filter(_ -> isAlone)
        .map(code -> run(ref, code))
        .orElseGet(() -> step.report().apply(ref));
  }

  private Operation run(StepRef ref, NewStep.Code code) {
    running = ref.id();
    observer.running(ref);
    try {
      return runner.run(ref, code);
    } finally {
      running = null;
    }
  }

  /// Sees all branches of a group.
  ///
  /// @throws Interruption if one of them is not done
  <T extends @Nullable Object> List<T> seeAll(List<? extends Supplier<? extends T>> group) {
    requireUsable("parallel");
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    Interruption left = null;
    branches.enterGroup();
    try {
      for (Supplier<? extends T> branch : group) {
        branches.enterBranch();
        see(branch, results, failures);
        left = interruption == null ? left : interruption;
        if (isTargetDone()) {
          break;
        }
        interruption = null;
      }
    } finally {
      branches.leaveGroup();
    }
    if (!isTargetDone()) {
      branches.requireNoConflict();
    }
    if (left != null) {
      interruption = left;
      throw left;
    }
    throwFirst(failures);
    return Collections.unmodifiableList(results);
  }

  // Whatever leaves a branch behind its interruption is the interruption, wrapped or replaced.
  private <T extends @Nullable Object> void see(
      Supplier<? extends T> branch, List<T> results, List<Throwable> failures) {
    try {
      results.add(branch.get());
      isSwallowed |= interruption != null;
    } catch (Throwable e) { // other languages throw checked ones as well
      if (interruption == null) {
        failures.add(e);
      }
    }
  }

  private boolean isTargetDone() {
    return request.target().isPresent() && !reported.isEmpty();
  }

  private static void throwFirst(List<Throwable> failures) {
    if (failures.isEmpty()) {
      return;
    }
    Throwable first = failures.removeFirst();
    failures.stream().filter(other -> !other.equals(first)).forEach(first::addSuppressed);
    throw Replay.<RuntimeException>unchecked(first);
  }

  // Thrown as it came: whoever calls a function bears every exception.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure;
  }

  /// Ends the call: no step can be made any more.
  void end() {
    isOver = true;
  }

  /// Tells whether the function was left at a step.
  boolean isLeft() {
    return interruption != null;
  }

  /// Tells whether the function has caught what leaves it, and gone on.
  boolean isSwallowed() {
    return isSwallowed;
  }

  /// What leaves the function, in words.
  String place() {
    return interruption == null ? "" : String.valueOf(interruption.getMessage());
  }

  /// What the function was left with.
  CallResult result() {
    return request.target().isPresent() && reported.isEmpty()
        ? new CallResult.StepMissing(request.target().get(), found)
        : new CallResult.Reported(reported);
  }

  /// How many kept steps the function has not asked for.
  int unseen() {
    return (int) request.memos().keySet().stream().filter(hash -> !seen.contains(hash)).count();
  }
}
