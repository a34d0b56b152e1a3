package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What callers see when the database fails while an answer is written.
class BrokenAnswersDatabaseTest {
  private static final int MANY = 1_200; // more than the service asks the database for at once

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @AfterEach
  void mendTheTable() {
    service.database().sql("DROP VIEW IF EXISTS candidate").update();
    service.database().sql("ALTER TABLE IF EXISTS kept RENAME TO candidate").update();
  }

  @Test
  void exportThatFailsHalfWayIsNoWholeAnswer() {
    store();
    failAt("c-2100");

    assertThatThrownBy(() -> api.get("/api/export/candidates"))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .isInstanceOf(IOException.class);
  }

  @Test
  void exportThatFailsAtOnceIsAProblemAndNothingElse() {
    store();
    failAt("c-1003");

    Api.Answer answer = api.get("/api/export/candidates");

    assertThat(Refusal.of(answer).name()).isEqualTo("500 defect");
    assertThat(answer.body()).startsWith("{\"type\"");
  }

  private void store() {
    String lines =
        IntStream.range(1_000, 1_000 + MANY)
            .mapToObj(i -> aCandidate("c-" + i).json())
            .collect(Collectors.joining("\n"));
    api.post("/api/import/candidates", "application/x-ndjson", lines);
  }

  /// Lets the database fail when it comes to the row of an id, and not before.
  private void failAt(String id) {
    service.database().sql("ALTER TABLE candidate RENAME TO kept").update();
    service
        .database()
        .sql(
            """
            CREATE VIEW candidate AS
            SELECT id, (CASE WHEN id = '%s' THEN (length(id) / 0)::text ELSE document::text END)::json
              AS document
            FROM (SELECT id, document FROM kept ORDER BY id OFFSET 0) AS sorted
            """
                .formatted(id))
        .update();
  }
}
