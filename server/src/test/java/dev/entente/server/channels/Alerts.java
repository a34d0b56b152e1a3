package dev.entente.server.channels;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Alerts for tests.
final class Alerts {
  static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000017");
  static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

  private Alerts() {}

  /// An alert of a type about the night of 23 November.
  static Alert of(Alert.Type type) {
    return of(type, "database: broken");
  }

  /// The same, with the reason of a run that failed.
  static Alert of(Alert.Type type, String error) {
    AlertBody.@Nullable Run run =
        switch (type) {
          case MISSED -> null;
          case FAILED -> run(7, 0, error);
          case INCOMPLETE -> run(39, 21, null);
          case RECOVERED -> run(60, 0, null);
        };
    var data =
        new AlertBody.Data(
            LocalDate.parse("2026-11-23"),
            ZoneId.of("UTC"),
            Instant.parse("2026-11-23T00:00:00Z"),
            NOW,
            run,
            run == null
                ? "https://jobs.example.com/api/runs"
                : "https://jobs.example.com/api/runs/" + run.id());
    return new Alert(
        ID, type, new JsonMapper().writeValueAsString(new AlertBody(type.id(), NOW, data)));
  }

  private static AlertBody.Run run(int written, int failed, @Nullable String error) {
    return new AlertBody.Run(
        new UUID(0, 9),
        Instant.parse("2026-11-23T00:00:00Z"),
        Instant.parse("2026-11-23T00:20:00Z"),
        new AlertBody.Postings(60, written, failed),
        failed == 0 ? 0 : 1,
        failed == 0 ? List.of() : List.of("p-1", "p-2"),
        error);
  }
}
