package dev.entente.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Something an operator may want to know of a [PostgresServer].
public sealed interface PostgresEvent {
  /// The programs of PostgreSQL are about to be unpacked into a folder, which takes seconds.
  record Unpacking(Path folder) implements PostgresEvent {}

  /// A cluster, still empty, is about to be made in a folder.
  record CreatingCluster(Path folder) implements PostgresEvent {}

  /// The data are in another folder than asked: the account cannot enter that one, or could not
  /// when they were made.
  record Moved(Path asked, Path folder, String account) implements PostgresEvent {}

  /// A system account was added to this machine for PostgreSQL, as it refuses to run as root.
  record AccountAdded(String account) implements PostgresEvent {}

  /// We are root, so PostgreSQL runs as this system account.
  record RunsAs(String account) implements PostgresEvent {}

  /// A server of this folder still ran although its owner was gone, and was stopped.
  record OrphanStopped(long pid) implements PostgresEvent {}

  /// The server ended although nobody asked it to; a restart follows.
  record Died(long pid) implements PostgresEvent {}

  /// It answers again.
  ///
  /// @param pid the new postmaster
  /// @param duration from the notice of its death until here
  record Restarted(long pid, Duration duration) implements PostgresEvent {}

  /// A restart failed.
  ///
  /// @param failure why
  /// @param pause until the next try
  record RestartFailed(PostgresFailure failure, Duration pause) implements PostgresEvent {}

  /// Says it in one sentence, in French or English (for any other language).
  default String text(Locale language) {
    return switch (this) {
      case Unpacking(var folder) -> Sentences.text("unpacking", language, List.of(folder));
      case CreatingCluster(var folder) -> Sentences.text("creating", language, List.of(folder));
      case Moved(var asked, var folder, var account) ->
          Sentences.text("moved", language, List.of(asked, folder, account));
      case AccountAdded(var account) -> Sentences.text("added", language, List.of(account));
      case RunsAs(var account) -> Sentences.text("runsAs", language, List.of(account));
      case OrphanStopped(var pid) ->
          Sentences.text("orphan", language, List.of(String.valueOf(pid)));
      case Died(var pid) -> Sentences.text("died", language, List.of(String.valueOf(pid)));
      case Restarted(var pid, var duration) ->
          Sentences.text("restarted", language, List.of(String.valueOf(pid), seconds(duration)));
      case RestartFailed(var failure, var pause) ->
          Sentences.text(
              "restartFailed", language, List.of(failure.text(language), seconds(pause)));
    };
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
