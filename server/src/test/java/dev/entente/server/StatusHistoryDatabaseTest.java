package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.documents.MatchingStatus;
import dev.entente.documents.StatusChange;
import dev.entente.server.matchings.MoveOutcome;
import dev.entente.server.matchings.SeenStatus;
import dev.entente.server.matchings.StatusHistory;
import dev.entente.server.matchings.StatusMove;
import dev.entente.server.matchings.StatusMoves;
import dev.entente.server.web.ApiProblem;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Moves of a status: who was quicker, what is kept of them, how they are taken back.
class StatusHistoryDatabaseTest {
  private static final int PLACES = 50;
  private static final MatchingStatus PENDING = MatchingStatus.PENDING;
  private static final Optional<String> ME = Optional.of("local");

  private final TestService service = TestService.shared();
  private final Api api = service.api();
  private final StatusMoves moves = service.part(StatusMoves.class);
  private final StatusHistory history = service.part(StatusHistory.class);

  @BeforeEach
  void fiftyTwoCandidatesAreRanked() {
    for (int i = 0; i < PLACES + 2; i++) {
      api.store(aCandidate("c-%02d".formatted(i)));
    }
    api.store(aPosting("p"));
    service.settle();
  }

  private static StatusChange to(MatchingStatus status) {
    return new StatusChange(status, ME, Optional.empty());
  }

  private static StatusMove made(MoveOutcome outcome) {
    assertThat(outcome).isInstanceOf(MoveOutcome.Made.class);
    return ((MoveOutcome.Made) outcome).move();
  }

  private StatusMove move(String candidate, MatchingStatus seen, MatchingStatus to) {
    return made(moves.move(new SeenStatus(idOf(candidate), seen), to(to)));
  }

  @Test
  void moveOverTheApiIsKeptWithItsReason() {
    String id = idOf("c-03");
    api.patch("/api/matching/" + id, "{\"status\":\"VIEWED\",\"by\":\"r-7\"}");
    api.patch("/api/matching/" + id, "{\"status\":\"VIEWED\",\"reason\":\" \"}");
    Api.Answer moved =
        api.patch("/api/matching/" + id, "{\"status\":\"REJECTED\",\"reason\":\"Lives abroad\"}");

    JsonNode kept = api.get("/api/matching/" + id + "/history").json();

    assertThat(moved.status()).isEqualTo(200);
    assertThat(kept)
        .hasToString(
            """
            {"moves":[{"from":"VIEWED","to":"REJECTED","by":null,"reason":"Lives abroad",\
            "at":"2026-11-23T00:00:00Z"},{"from":"PENDING","to":"VIEWED","by":"r-7",\
            "reason":null,"at":"2026-11-23T00:00:00Z"}]}""");
  }

  @Test
  void reasonHasAtMostAThousandCharacters() {
    String id = idOf("c-03");
    String form = "{\"status\":\"REJECTED\",\"reason\":\"%s\"}";

    Api.Answer tooLong = api.patch("/api/matching/" + id, form.formatted("é".repeat(1001)));
    Api.Answer most = api.patch("/api/matching/" + id, form.formatted("é".repeat(1000)));

    assertThat(Refusal.of(tooLong).problems()).containsExactly("/reason TOO_LONG");
    assertThat(most.status()).isEqualTo(200);
    assertThat(history.of(id)).hasSize(1);
  }

  @Test
  void historyOfNothingIsNotFound() {
    assertThat(api.get("/api/matching/nobody/history").status()).isEqualTo(404);
    assertThat(api.get("/api/matching/" + idOf("c-00") + "/history").json())
        .hasToString("{\"moves\":[]}");
  }

  @Test
  void whoSawAnotherStatusChangesNothingAndLearnsWhoWasQuicker() {
    String id = idOf("c-03");
    var seen = new SeenStatus(id, PENDING);
    api.patch("/api/matching/" + id, "{\"status\":\"CONTACTED\",\"by\":\"r-7\"}");

    MoveOutcome outcome = moves.move(seen, to(MatchingStatus.REJECTED));

    assertThat(outcome).isInstanceOf(MoveOutcome.Overtaken.class);
    var overtaken = (MoveOutcome.Overtaken) outcome;
    assertThat(overtaken.status()).isEqualTo(MatchingStatus.CONTACTED);
    assertThat(overtaken.last()).extracting(StatusMove::by).isEqualTo("r-7");
    assertThat(status(id)).isEqualTo("CONTACTED");
    assertThat(history.of(id)).hasSize(1);
  }

  @Test
  void undoneRejectionHasItsPlaceBackAtOnce() {
    StatusMove rejected = move("c-03", PENDING, MatchingStatus.REJECTED);
    service.settle();
    assertThat(candidates()).contains("c-50").doesNotContain("c-03");

    StatusMove undone = made(moves.undo(rejected.matchingId(), rejected.id(), ME));

    assertThat(candidates()).hasSize(PLACES).contains("c-03").doesNotContain("c-50");
    assertThat(undone.to()).isEqualTo(PENDING);
    service.settle();
    assertThat(candidates()).hasSize(PLACES).contains("c-03").doesNotContain("c-50");
    assertThat(rows("c-50")).isZero();
  }

  @Test
  void undoneRejectionPushesOutWhomSomebodyLookedAtButKeepsTheRow() {
    StatusMove rejected = move("c-03", PENDING, MatchingStatus.REJECTED);
    service.settle();
    move("c-50", PENDING, MatchingStatus.VIEWED);

    made(moves.undo(rejected.matchingId(), rejected.id(), ME));

    assertThat(candidates()).hasSize(PLACES).contains("c-03").doesNotContain("c-50");
    assertThat(rows("c-50")).isOne();
  }

  @Test
  void undoneRejectionUnderOtherConditionsWaitsForTheRanking() {
    StatusMove rejected = move("c-03", PENDING, MatchingStatus.REJECTED);
    service.settle();
    service.database().sql("UPDATE ranking SET as_of = as_of + interval '1 day'").update();

    StatusMove undone = made(moves.undo(rejected.matchingId(), rejected.id(), ME));

    assertThat(undone.to()).isEqualTo(MatchingStatus.VIEWED); // it has no rank yet
    service.settle();
    assertThat(candidates()).hasSize(PLACES).contains("c-03");
  }

  @Test
  void whoOptedOutIsNotListedByAnUndo() {
    StatusMove rejected = move("c-03", PENDING, MatchingStatus.REJECTED);
    api.store(aCandidate("c-03").optedOut());

    made(moves.undo(rejected.matchingId(), rejected.id(), ME));

    assertThat(candidates()).doesNotContain("c-03");
    service.settle();
    assertThat(candidates()).doesNotContain("c-03");
  }

  @Test
  void undoBehindSomebodyElseChangesNothing() {
    StatusMove viewed = move("c-03", PENDING, MatchingStatus.VIEWED);
    move("c-03", MatchingStatus.VIEWED, MatchingStatus.CONTACTED);

    MoveOutcome outcome = moves.undo(viewed.matchingId(), viewed.id(), ME);

    assertThat(outcome).isInstanceOf(MoveOutcome.Overtaken.class);
    assertThat(status(viewed.matchingId())).isEqualTo("CONTACTED");
  }

  @Test
  void severalMoveInOneGoAndTheOthersAreCounted() {
    String overtaken = idOf("c-01");
    List<SeenStatus> seen =
        List.of(
            new SeenStatus(idOf("c-00"), PENDING),
            new SeenStatus(overtaken, PENDING),
            new SeenStatus("gone", PENDING),
            new SeenStatus(idOf("c-02"), PENDING));
    api.patch("/api/matching/" + overtaken, "{\"status\":\"CONTACTED\"}");

    StatusMoves.Several several =
        moves.moveAll(
            "p", seen, new StatusChange(MatchingStatus.REJECTED, ME, Optional.of("Too far away")));

    assertThat(several.made())
        .extracting(StatusMove::matchingId)
        .containsExactly(seen.getFirst().matchingId(), seen.getLast().matchingId());
    assertThat(several.made()).extracting(StatusMove::reason).containsOnly("Too far away");
    assertThat(several.refused()).isEqualTo(2);
    assertThat(status(overtaken)).isEqualTo("CONTACTED");
    service.settle();
    assertThat(candidates()).hasSize(PLACES).contains("c-50", "c-51");
  }

  @Test
  void whoHasTheStatusAlreadyIsNotRefused() {
    api.store(aPosting("q").inactive());
    StatusMove viewed = move("c-00", PENDING, MatchingStatus.VIEWED);
    List<SeenStatus> seen =
        List.of(
            new SeenStatus(viewed.matchingId(), MatchingStatus.VIEWED),
            new SeenStatus(idOf("c-01"), PENDING));

    StatusMoves.Several several = moves.moveAll("p", seen, to(MatchingStatus.VIEWED));
    StatusMoves.Several elsewhere = moves.moveAll("q", seen, to(MatchingStatus.CONTACTED));

    assertThat(several.made()).hasSize(1);
    assertThat(several.idle()).isOne();
    assertThat(several.refused()).isZero();
    assertThat(elsewhere).isEqualTo(new StatusMoves.Several(List.of(), 0, 2));
    assertThat(history.of(viewed.matchingId())).hasSize(1);
  }

  @Test
  void historyOutlivesTheRowAndGoesWithWhoIsErased() {
    String id = idOf("c-03");
    StatusMove viewed = move("c-03", PENDING, MatchingStatus.VIEWED);
    made(moves.undo(id, viewed.id(), ME));
    api.store(aCandidate("c-03").in("design"));
    service.settle();
    assertThat(rows("c-03")).isZero();

    List<StatusMove> kept = history.of(id);
    api.delete("/api/candidates/c-03");

    assertThat(kept).extracting(StatusMove::to).containsExactly(PENDING, MatchingStatus.VIEWED);
    assertThat(api.get("/api/matching/" + id + "/history").status()).isEqualTo(404);
    assertThat(changes()).isZero();
  }

  @Test
  void historyGoesWithThePosting() {
    move("c-03", PENDING, MatchingStatus.VIEWED);

    api.delete("/api/postings/p");

    assertThat(changes()).isZero();
  }

  /// Whatever people do, in whatever order: the history tells how each status came to be, without a
  /// gap, and the list has at most fifty, none of them rejected.
  @Test
  void historyIsTheStatusRetold() {
    long seed = 20261123;
    var random = new Random(seed);
    List<String> ids = List.of(idOf("c-00"), idOf("c-25"), idOf("c-49"));

    for (int i = 0; i < 60; i++) {
      String id = ids.get(random.nextInt(ids.size()));
      List<StatusMove> before = history.of(id);
      try {
        if (random.nextBoolean() || before.isEmpty()) {
          MatchingStatus[] all = MatchingStatus.values();
          var seen = new SeenStatus(id, all[random.nextInt(all.length)]);
          moves.move(seen, to(all[random.nextInt(all.length)]));
        } else {
          moves.undo(id, before.get(random.nextInt(before.size())).id(), ME);
        }
      } catch (ApiProblem _) {
        assertThat(history.of(id)).as("seed %s, %s", seed, i).isEqualTo(before);
      }
      checkHistory(id, "seed " + seed + ", " + i);
    }
  }

  private void checkHistory(String id, String what) {
    List<StatusMove> kept = history.of(id);
    MatchingStatus status = PENDING;
    for (StatusMove move : kept.reversed()) {
      assertThat(move.from()).as(what).isEqualTo(status);
      status = move.to();
    }
    assertThat(status(id)).as(what).isEqualTo(status.name());
    assertThat(candidates()).as(what).hasSizeBetween(PLACES - 3, PLACES);
  }

  private List<String> candidates() {
    return StreamSupport.stream(
            api.get("/api/matching?jobPostingId=p&limit=100&explain=false")
                .json()
                .get("matches")
                .spliterator(),
            false)
        .map(match -> match.get("candidate").get("id").stringValue())
        .toList();
  }

  private String idOf(String candidate) {
    return service
        .database()
        .sql("SELECT id FROM \"CandidateMatching\" WHERE \"candidateId\" = :candidate")
        .param("candidate", candidate)
        .query(String.class)
        .single();
  }

  private String status(String id) {
    return service
        .database()
        .sql("SELECT status FROM \"CandidateMatching\" WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private int rows(String candidate) {
    return count("\"CandidateMatching\" WHERE \"candidateId\" = '" + candidate + "'");
  }

  private int changes() {
    return count("status_change");
  }

  private int count(String rows) {
    return service.database().sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
  }
}
