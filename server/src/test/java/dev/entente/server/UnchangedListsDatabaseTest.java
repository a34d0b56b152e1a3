package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A list that would be stored as it is costs no row, and one that anybody touched is made whole.
class UnchangedListsDatabaseTest {
  private static final int POSTINGS = 3;
  private static final int CANDIDATES = 700;

  // Statements that change no row fire it too.
  private static final String REFUSE =
      """
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
        AS $$BEGIN RAISE EXCEPTION 'a list was written'; END$$;
      CREATE TRIGGER refuse BEFORE INSERT OR UPDATE OR DELETE ON "CandidateMatching"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse()
      """;
  private static final String ANOTHER =
      """
      UPDATE "CandidateMatching" SET confidence = 2 WHERE id = (
        SELECT max(id) FROM "CandidateMatching" WHERE "jobPostingId" = 'p-0001')
      """;
  private static final String REFUSE_NO_MORE = "DROP FUNCTION IF EXISTS refuse CASCADE";

  private final TestService service = TestService.shared();
  private final Api api = service.api();
  private final JdbcClient database = service.database();

  @BeforeEach
  void rank() {
    NightData.fill(api, POSTINGS, CANDIDATES);
    service.settle();
    api.run();
  }

  @AfterEach
  void refuseNoMore() {
    database.sql(REFUSE_NO_MORE).update();
  }

  @Test
  void nightThatChangesNothingWritesNoRow() {
    StoredLists before = StoredLists.of(database);
    database.sql(REFUSE).update();

    service.clock.advance(Duration.ofHours(1));
    JsonNode run = api.run();

    assertThat(run.get("postings").toString())
        .isEqualTo("{\"total\":3,\"written\":3,\"failed\":0}");
    assertThat(run.get("matchings").intValue()).isEqualTo(POSTINGS * 50);
    assertThat(confirmedBy(run)).isEqualTo(POSTINGS);
    assertThat(StoredLists.of(database)).isEqualTo(before);
  }

  private int confirmedBy(JsonNode run) {
    return database
        .sql(
            "SELECT count(*) FROM ranking WHERE run_id::text = :run AND as_of = :asOf::timestamptz")
        .param("run", run.get("id").stringValue())
        .param("asOf", run.get("asOf").stringValue())
        .query(Integer.class)
        .single();
  }

  @Test
  void onlyListsThatAreTouchedLoseTheirMarks() {
    List<String> before = marked();
    database.sql("DELETE FROM \"CandidateMatching\" WHERE \"jobPostingId\" = 'p-0001'").update();

    assertThat(before).containsExactly("p-0000", "p-0001", "p-0002");
    assertThat(marked()).containsExactly("p-0000", "p-0002");
  }

  private List<String> marked() {
    return database
        .sql("SELECT job_posting_id FROM ranking WHERE list_digest IS NOT NULL ORDER BY 1")
        .query((row, _) -> row.getString(1))
        .list();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE %s SET total = 0, \"matchScore\" = 0",
        "UPDATE %s SET scores = array_fill(7, ARRAY[8])",
        "UPDATE %s SET confidence = 1",
        "UPDATE %s SET \"criteriaVersion\" = 0",
        "UPDATE %s SET \"skillsMatch\" = 1",
        "UPDATE %s SET \"domainMatch\" = 1",
        "UPDATE %s SET \"experienceMatch\" = 1",
        "UPDATE %s SET \"factsDigest\" = 0, \"aiReason\" = 'other'",
        """
        UPDATE %s SET listed = false, status = 'VIEWED', "asOf" = 'epoch', "feedbackMean" = 1,
            "trainingMean" = 1
        """,
        "DELETE FROM %s",
      })
  void rowThatSomebodyChangedIsMadeWhole(String change) {
    StoredLists before = StoredLists.of(database);

    int changed = database.sql(one(change)).update();
    assertThat(changed).isOne();
    api.run();

    database.sql("UPDATE \"CandidateMatching\" SET status = 'PENDING'").update();
    assertThat(StoredLists.of(database)).isEqualTo(before);
  }

  private static String one(String change) {
    return change.formatted("\"CandidateMatching\"")
        + """
         WHERE id = (
          SELECT id FROM "CandidateMatching" WHERE "jobPostingId" = 'p-0001' ORDER BY id LIMIT 1)
        """;
  }

  @Test
  void rowThatSomebodyChangesWhileItsListIsWrittenIsMadeWhole() throws SQLException {
    StoredLists before = StoredLists.of(database);
    database.sql(one("UPDATE %s SET confidence = 1")).update();
    List<CompletableFuture<?>> both = new ArrayList<>();

    try (Held _ = Held.by(service, one("SELECT FROM %s") + "FOR UPDATE")) {
      both.add(CompletableFuture.runAsync(api::run));
      Api.until(() -> service.waitingForALock() == 1 || both.getFirst().isDone());
      both.add(CompletableFuture.runAsync(() -> database.sql(ANOTHER).update()));
      Api.until(() -> service.waitingForALock() == 2 || both.getLast().isDone());
    }
    both.forEach(CompletableFuture::join);
    api.run();

    assertThat(StoredLists.of(database)).isEqualTo(before);
  }

  @Test
  void rowThatSomebodyAddedGoes() {
    StoredLists before = StoredLists.of(database);

    database
        .sql(
            """
            CREATE TEMPORARY TABLE added AS SELECT * FROM "CandidateMatching" LIMIT 1;
            UPDATE added SET id = 'added', "candidateId" = 'nobody';
            INSERT INTO "CandidateMatching" SELECT * FROM added;
            DROP TABLE added
            """)
        .update();
    api.run();

    assertThat(StoredLists.of(database)).isEqualTo(before);
  }

  @Test
  void rowsThatSomebodyEmptiedComeBack() {
    StoredLists before = StoredLists.of(database);

    database.sql("TRUNCATE \"CandidateMatching\"").update();
    api.run();

    assertThat(StoredLists.of(database)).isEqualTo(before);
  }

  @Test
  void listThatIsGoneComesBackBesideOneThatIsChanged() {
    StoredLists before = StoredLists.of(database);

    database.sql("DELETE FROM \"CandidateMatching\" WHERE \"jobPostingId\" = 'p-0000'").update();
    database.sql(one("UPDATE %s SET confidence = 1")).update();
    api.run();

    assertThat(StoredLists.of(database)).isEqualTo(before);
  }

  @Test
  void changedCandidateIsInAListThatIsKnown() {
    api.store(aCandidate("first").knowing("Java", "SQL", "Git").tested(100, 100, 100));
    service.settle();

    assertThat(api.list("p-0000").get(0).get("candidate").get("id").stringValue())
        .isEqualTo("first");
    assertThat(marked()).hasSize(POSTINGS);
  }
}
