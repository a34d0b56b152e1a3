package dev.entente.durable.engine;

import java.util.Optional;

/// Where a process stands still. Immutable.
///
/// @param side of the commit
/// @param commit its number, from 1; 0 where a step tells which one it is
/// @param step the commit is the one behind this step's code
record HaltPoint(Side side, int commit, Optional<String> step) {
  enum Side {
    /// In the code of the step.
    INSIDE,
    /// The transaction has done nothing yet.
    OPEN,
    /// All is written and nothing committed: the transaction has its locks.
    BEFORE,
    /// It is committed, and nobody in the process knows.
    AFTER,
    /// Nowhere.
    NEVER
  }

  static HaltPoint never() {
    return new HaltPoint(Side.NEVER, 0, Optional.empty());
  }

  static HaltPoint at(Side side, int commit) {
    return new HaltPoint(side, commit, Optional.empty());
  }

  static HaltPoint at(Side side, String step) {
    return new HaltPoint(side, 0, Optional.of(step));
  }

  static HaltPoint read(String side, String place) {
    return place.matches("\\d+")
        ? at(Side.valueOf(side), Integer.parseInt(place))
        : at(Side.valueOf(side), place);
  }

  String place() {
    return step.orElseGet(() -> Integer.toString(commit));
  }

  @Override
  public String toString() {
    return side + " " + place();
  }
}
