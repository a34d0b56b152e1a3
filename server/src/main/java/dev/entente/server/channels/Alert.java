package dev.entente.server.channels;

import java.util.Arrays;
import java.util.UUID;

/// One thing that is told, once.
///
/// @param id the same on each attempt, for whoever gets it twice
/// @param body an [AlertBody] as JSON
public record Alert(UUID id, Type type, String body) {
  /// What is told of a night.
  public enum Type {
    /// A run over all postings failed.
    FAILED("night.failed"),
    /// No such run was completed by the deadline.
    MISSED("night.missed"),
    /// One was, but not for all postings.
    INCOMPLETE("night.incomplete"),
    /// One was, and left nothing out, after one of the others was told.
    RECOVERED("night.recovered");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    /// Its stable name, as webhooks give it.
    public String id() {
      return id;
    }

    /// The type of a stable name.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Type of(String id) {
      return Arrays.stream(values())
          .filter(type -> type.id.equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no type of an alert: " + id));
    }
  }
}
