package dev.entente.durable.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The lines that are logged during one call of a function. Shared by threads.
///
/// It hears the thread that makes the call, and every thread that this one starts meanwhile,
/// virtual ones and those of a `StructuredTaskScope` included, for as long as the call lasts. It
/// does not hear a thread that was there before, such as one of a pool; one that a pool starts
/// meanwhile is heard, whatever it does.
public final class StepLog {
  private static final InheritableThreadLocal<@Nullable StepLog> CURRENT =
      new InheritableThreadLocal<>();
  private static final int MOST_LINES = 5_000;
  private static final long MOST_CHARACTERS = 16L << 20;

  private final Queue<StepLine> lines = new ArrayDeque<>();
  private String step = "";
  private long characters;
  private boolean isOver;

  /// Makes the call, and hears what is logged; once for each log.
  ///
  /// @throws Exception what the work throws
  public <T extends @Nullable Object> T during(Callable<T> work) throws Exception {
    StepLog outer = CURRENT.get();
    CURRENT.set(this);
    try {
      return work.call();
    } finally {
      end();
      restore(outer);
    }
  }

  private static void restore(@Nullable StepLog outer) {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /// Keeps a line if this thread works on a step, else does nothing: what an adapter of a logging
  /// library calls for each event.
  ///
  /// @param line asked for only if it is kept, before this returns
  public static void record(Supplier<LogLine> line) {
    StepLog log = CURRENT.get();
    if (log != null) {
      log.add(line);
    }
  }

  // The line is made outside of the lock: to make it may log.
  private void add(Supplier<LogLine> line) {
    if (!isOver()) {
      add(line.get());
    }
  }

  private synchronized void add(LogLine line) {
    if (isOver) {
      return;
    }
    lines.add(new StepLine(step, line));
    characters += line.characters();
    while (lines.size() > MOST_LINES || characters > MOST_CHARACTERS) {
      characters -= lines.remove().line().characters();
    }
  }

  /// What this thread logs from now on is of a step; does nothing if nobody listens.
  public static void enter(String stepHash) {
    StepLog log = CURRENT.get();
    if (log != null) {
      log.begin(stepHash);
    }
  }

  private synchronized void begin(String stepHash) {
    step = stepHash;
  }

  /// Forgets what this thread has logged and nobody has taken yet.
  public static void forget() {
    StepLog log = CURRENT.get();
    if (log != null) {
      log.drain();
    }
  }

  private synchronized boolean isOver() {
    return isOver;
  }

  // A thread that outlives its step is heard no longer.
  private synchronized void end() {
    isOver = true;
  }

  /// Takes the lines that have come since the last time, in their order: the newest 5,000, of 16
  /// million characters together.
  public synchronized List<StepLine> drain() {
    List<StepLine> drained = new ArrayList<>(lines);
    lines.clear();
    characters = 0;
    return drained;
  }

  /// The same while a step runs, else none: nobody knows yet whether they are to be forgotten. Any
  /// thread may.
  public synchronized List<StepLine> drainOfStep() {
    return step.isEmpty() ? List.of() : drain();
  }
}
