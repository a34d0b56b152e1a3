package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What becomes of rows, case by case.
class StatusTableDatabaseTest {
  private static final int PLACES = 50;

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @BeforeEach
  void fiftyTwoCandidatesAreRanked() {
    for (int i = 0; i < PLACES + 2; i++) {
      api.store(aCandidate("c-%02d".formatted(i)));
    }
    api.store(aPosting("p"));
    service.settle();
  }

  @Test
  void pairThatStaysKeepsIdStatusAuthorAndTime() {
    String id = idOf("c-00");
    JsonNode moved =
        api.patch("/api/matching/" + id, "{\"status\":\"VIEWED\",\"by\":\"r-7\"}").json();

    api.store(aCandidate("c-00").tested(90));
    api.run();

    assertThat(row("c-00")).isEqualTo(id + " VIEWED 1 r-7 2026-11-23 00:00:00+00");
    assertThat(moved.get("status").stringValue()).isEqualTo("VIEWED");
  }

  @Test
  void pairThatLeavesTheFiftyGoesOnlyIfNobodyLooked() {
    api.patch("/api/matching/" + idOf("c-48"), "{\"status\":\"CONTACTED\"}");
    api.store(aCandidate("c-50").tested(90));
    api.store(aCandidate("c-51").tested(90));

    api.run();

    assertThat(candidates())
        .hasSize(PLACES)
        .startsWith("c-50", "c-51")
        .doesNotContain("c-48", "c-49");
    assertThat(row("c-48")).contains("CONTACTED null");
    assertThat(rows("c-49")).isZero();
  }

  @Test
  void rejectedPairGivesItsPlaceToTheNextAtOnce() {
    String id = idOf("c-03");

    JsonNode answer = api.patch("/api/matching/" + id, "{\"status\":\"REJECTED\"}").json();
    service.settle();

    assertThat(answer.get("rank").isNull()).isTrue();
    assertThat(candidates()).hasSize(PLACES).contains("c-50").doesNotContain("c-03");
    assertThat(ranks()).isSorted().startsWith(1).endsWith(PLACES).doesNotHaveDuplicates();
    assertThat(row("c-03")).startsWith(id + " REJECTED null");
  }

  @Test
  void rejectionIsTakenBack() {
    String id = idOf("c-03");
    api.patch("/api/matching/" + id, "{\"status\":\"REJECTED\"}");
    service.settle();

    Api.Answer pending = api.patch("/api/matching/" + id, "{\"status\":\"PENDING\"}");
    api.patch("/api/matching/" + id, "{\"status\":\"VIEWED\"}");
    service.settle();

    assertThat(pending.status()).isEqualTo(409);
    assertThat(candidates()).hasSize(PLACES).contains("c-03").doesNotContain("c-50");
    assertThat(row("c-03")).startsWith(id + " VIEWED 4");
  }

  @Test
  void listOfAnInactivePostingIsKeptAndServedOnlyIfAskedFor() {
    api.store(aPosting("p").inactive());
    api.run();

    assertThat(candidates()).isEmpty();
    assertThat(
            api.get("/api/matching?jobPostingId=p&includeInactive=true&limit=100&explain=false")
                .json()
                .get("total")
                .intValue())
        .isEqualTo(PLACES);
  }

  @Test
  void whoOptsOutLeavesEveryListAtOnce() {
    api.patch("/api/matching/" + idOf("c-01"), "{\"status\":\"CONTACTED\"}");

    api.store(aCandidate("c-00").optedOut());
    api.store(aCandidate("c-01").optedOut());

    assertThat(rows("c-00")).isZero();
    assertThat(row("c-01")).contains("CONTACTED null");
    service.settle();
    assertThat(candidates()).hasSize(PLACES).startsWith("c-02").contains("c-50", "c-51");
  }

  @Test
  void whoIsNoLongerEligibleLeavesWithTheNextRun() {
    api.patch("/api/matching/" + idOf("c-01"), "{\"status\":\"VIEWED\"}");
    api.store(aCandidate("c-00").in("design"));
    api.store(aCandidate("c-01").in("design"));

    api.run();

    assertThat(rows("c-00")).isZero();
    assertThat(row("c-01")).contains("VIEWED null");
  }

  @Test
  void erasedCandidateLeavesNoRow() {
    api.patch("/api/matching/" + idOf("c-01"), "{\"status\":\"CONTACTED\"}");

    Api.Answer erased = api.delete("/api/candidates/c-01");
    service.settle();

    assertThat(erased.status()).isEqualTo(204);
    assertThat(rows("c-01")).isZero();
    assertThat(candidates()).hasSize(PLACES).contains("c-50");
  }

  @Test
  void rowThatComesBackHasTheSameId() {
    String id = idOf("c-00");
    api.store(aCandidate("c-00").in("design"));
    api.run();
    api.store(aCandidate("c-00"));

    api.run();

    assertThat(idOf("c-00")).isEqualTo(id);
  }

  private List<String> candidates() {
    return StreamSupport.stream(api.list("p").spliterator(), false)
        .map(match -> match.get("candidate").get("id").stringValue())
        .toList();
  }

  private List<Integer> ranks() {
    List<Integer> ranks = new ArrayList<>();
    api.list("p").forEach(match -> ranks.add(match.get("rank").intValue()));
    return ranks;
  }

  private String idOf(String candidate) {
    return StreamSupport.stream(api.list("p").spliterator(), false)
        .filter(match -> match.get("candidate").get("id").stringValue().equals(candidate))
        .findFirst()
        .orElseThrow()
        .get("id")
        .stringValue();
  }

  private String row(String candidate) {
    return service
        .database()
        .sql(
            """
            SELECT concat_ws(' ', id, status, coalesce(rank::text, 'null'), "statusBy", "statusAt")
            FROM ranked_matching WHERE "candidateId" = :candidate
            """)
        .param("candidate", candidate)
        .query((row, _) -> row.getString(1))
        .single();
  }

  private int rows(String candidate) {
    return service
        .database()
        .sql("SELECT count(*) FROM \"CandidateMatching\" WHERE \"candidateId\" = :candidate")
        .param("candidate", candidate)
        .query(Integer.class)
        .single();
  }
}
