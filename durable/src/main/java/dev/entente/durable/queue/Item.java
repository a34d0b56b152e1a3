package dev.entente.durable.queue;

/// One thing to do. Immutable.
///
/// An instance of [ItemKind#RUN], [ItemKind#STEP] or [ItemKind#TIMER] is in the queue once and
/// never again, so that versions of its row count up and a stale one is never valid again.
///
/// @param instance what is to be done, unique in its kind
public record Item(ItemKind kind, String instance) {
  private static final char SEPARATOR = '.';

  /// Finds out what comes next in a run.
  ///
  /// @param round how often that was found out before
  public static Item ofRun(String runId, int round) {
    return new Item(ItemKind.RUN, runId + SEPARATOR + round);
  }

  /// Runs a step.
  ///
  /// @param round in which the step came up
  public static Item ofStep(String runId, int round, String hash) {
    return new Item(ItemKind.STEP, runId + SEPARATOR + round + SEPARATOR + hash);
  }

  /// Ends a step that waits.
  ///
  /// @param round in which the step came up
  public static Item ofTimer(String runId, int round, String hash) {
    return new Item(ItemKind.TIMER, runId + SEPARATOR + round + SEPARATOR + hash);
  }

  /// Cancels a run that has not begun.
  public static Item ofStartDeadline(String runId) {
    return new Item(ItemKind.DEADLINE, runId + SEPARATOR + "start");
  }

  /// Cancels a run that has not ended.
  public static Item ofFinishDeadline(String runId) {
    return new Item(ItemKind.DEADLINE, runId + SEPARATOR + "finish");
  }

  /// The run that it is about.
  public String runId() {
    return part(0);
  }

  /// The round of the run.
  public int round() {
    return Integer.parseInt(part(1));
  }

  /// The step that it is about.
  public String hash() {
    return part(2);
  }

  /// Which deadline it is.
  public boolean isStartDeadline() {
    return part(1).equals("start");
  }

  private String part(int index) {
    return instance.split("\\.", -1)[index];
  }

  /// The same as one text.
  public String text() {
    return kind.taskName() + ":" + instance;
  }
}
