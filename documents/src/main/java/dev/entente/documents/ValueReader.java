package dev.entente.documents;

import java.util.Optional;

/// Reads one kind of value; empty exactly if it reported a problem.
interface ValueReader<T> {
  Optional<T> read(Value value);
}
