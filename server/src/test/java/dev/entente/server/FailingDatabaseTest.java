package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What callers and the log are told when a statement fails.
class FailingDatabaseTest {
  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @AfterEach
  void mend() {
    service.database().sql("DROP FUNCTION IF EXISTS raise_a_fault CASCADE").update();
  }

  @Test
  void logOfAFailedImportNamesNobody() {
    raise("P0001");

    String lines = aCandidate("c-secret").json() + "\n" + aCandidate("d-secret").json();

    String log =
        Log.during(() -> api.post("/api/import/candidates", "application/x-ndjson", lines));

    assertThat(log).contains("defect", "a fault").doesNotContain("-secret");
  }

  @Test
  void deadlockIsSaidAsWhatItIs() {
    raise("40P01");

    Api.Answer answer = api.store(aCandidate("c"));

    assertThat(Refusal.of(answer).name()).isEqualTo("503 busy");
    assertThat(answer.json().get("title").stringValue()).contains("at this moment");
  }

  private void raise(String state) {
    service
        .database()
        .sql(
            """
            CREATE OR REPLACE FUNCTION raise_a_fault() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE ''a fault'' USING ERRCODE = ''%s'', DETAIL = NEW.document::text; END'
            """
                .formatted(state))
        .update();
    service
        .database()
        .sql(
            """
            CREATE OR REPLACE TRIGGER fault BEFORE INSERT ON candidate
            FOR EACH ROW EXECUTE FUNCTION raise_a_fault()
            """)
        .update();
  }
}
