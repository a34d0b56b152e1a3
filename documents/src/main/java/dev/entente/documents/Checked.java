package dev.entente.documents;

import java.util.List;

/// A document that was checked: what it says, or all that is wrong with it.
public sealed interface Checked<T> {
  /// Nothing is wrong.
  record Valid<T>(T value) implements Checked<T> {}

  /// Something is wrong.
  ///
  /// @param problems all of them, at least one, in the order of the check; copied
  record Invalid<T>(List<Problem> problems) implements Checked<T> {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
