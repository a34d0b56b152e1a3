package dev.entente.durable.queue;

import java.util.Locale;

/// What an item of the queue is about.
public enum ItemKind {
  /// A run is to go on: what comes next is to be found out.
  RUN,
  /// A step that was planned is to be run.
  STEP,
  /// A sleep is over, or a wait has ended or is given up.
  TIMER,
  /// A run has not begun or ended in time.
  DEADLINE,
  /// An instant of a cron has come.
  CRON,
  /// What is old is to be deleted.
  PURGE;

  /// Tells whether it runs functions, and so may take long.
  boolean isCode() {
    return this == RUN || this == STEP;
  }

  /// The name of its task.
  public String taskName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
