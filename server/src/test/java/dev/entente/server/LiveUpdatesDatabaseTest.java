package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.testkit.CandidateJson;
import dev.entente.testkit.PostingJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What changes is in every list that it moves, whichever of two processes was told.
///
/// `-Dentente.live.changes=10000` makes it long.
class LiveUpdatesDatabaseTest {
  private static final long SEED = 20_261_129;
  private static final int CHANGES = Integer.getInteger("entente.live.changes", 800);
  // More than a process keeps beside its index before it makes that anew.
  private static final int CANDIDATES = 1_100;
  private static final int POSTINGS = 24;
  private static final List<String> DOMAINS = List.of("backend", "data", "law");
  private static final List<String> SKILLS =
      List.of("Java", "SQL", "Kafka", "Python", "Law", "Go", "Rust");

  @Test
  void listsAreThoseOfAFreshProcessAfterChangesOfEveryKind() {
    try (TestService first = TestService.open();
        TestService second = first.twin()) {
      var changes = new Changes(new Random(SEED));
      first.api().post("/api/import/postings", "application/x-ndjson", changes.postings());
      first.api().post("/api/import/candidates", "application/x-ndjson", changes.candidates());
      first.api().run();
      second.api().post("/api/import/candidates", "application/x-ndjson", changes.candidates());

      List<CompletableFuture<Void>> both = new ArrayList<>();
      for (TestService service : List.of(first, second)) {
        var own = new Changes(new Random(SEED + both.size() + 1));
        both.add(CompletableFuture.runAsync(() -> own.make(service.api(), CHANGES / 2)));
      }
      both.forEach(CompletableFuture::join);
      first.settle();
      List<String> before = rows(first);
      StoredLists.forgetDigests(first.database());

      try (TestService third = first.twin()) {
        for (int i = 0; i < POSTINGS; i++) {
          assertThat(third.api().rank("p-" + i).status()).isIn(200, 409);
        }
      }

      assertThat(rows(first)).as("seed %d", SEED).isEqualTo(before);
      assertThat(before).hasSizeGreaterThan(POSTINGS);
    }
  }

  private static List<String> rows(TestService service) {
    return service
        .database()
        .sql("SELECT m::text FROM ranked_matching m ORDER BY id")
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void changedCandidateIsInTheListWithoutARun() {
    try (TestService service = TestService.open()) {
      service.api().store(aPosting("p"));
      service.api().store(aCandidate("low").tested(10));
      Api.until(() -> service.api().list("p").size() == 1);

      service.api().store(aCandidate("high").tested(99));

      Api.until(() -> service.api().list("p").size() == 2);
      assertThat(service.api().list("p").get(0).get("candidate").get("id").stringValue())
          .isEqualTo("high");
    }
  }

  @Test
  void candidateWhoIsNoLongerEligibleLeavesTheList() {
    try (TestService service = TestService.open()) {
      service.api().store(aPosting("p"));
      service.api().store(aCandidate("c"));
      Api.until(() -> service.api().list("p").size() == 1);

      service.api().store(aCandidate("c").knowing("Cobol"));

      Api.until(() -> service.api().list("p").isEmpty());
    }
  }

  /// Random changes of every kind, as two platforms and their recruiters would make them.
  private static final class Changes {
    private final Random random;

    private Changes(Random random) {
      this.random = random;
    }

    private String candidates() {
      return IntStream.range(0, CANDIDATES)
          .mapToObj(i -> candidate("c-" + i).json())
          .collect(Collectors.joining("\n"));
    }

    private String postings() {
      return IntStream.range(0, POSTINGS)
          .mapToObj(i -> posting("p-" + i).json())
          .collect(Collectors.joining("\n"));
    }

    private void make(Api api, int count) {
      for (int i = 0; i < count; i++) {
        make(api);
      }
    }

    private void make(Api api) {
      String someone = "c-" + random.nextInt(CANDIDATES);
      switch (random.nextInt(20)) {
        case 0 -> api.delete("/api/candidates/" + someone);
        case 1 -> api.store(candidate(someone).optedOut());
        case 2, 3 -> api.store(posting("p-" + random.nextInt(POSTINGS)));
        case 4 -> api.store(posting("p-" + random.nextInt(POSTINGS)).inactive());
        case 5, 6, 7, 8 -> move(api);
        case 9 -> api.post("/api/import/candidates", "application/x-ndjson", some());
        default -> api.store(candidate(someone));
      }
    }

    private void move(Api api) {
      List<String> ids = new ArrayList<>();
      api.get("/api/matching?explain=false&jobPostingId=p-" + random.nextInt(POSTINGS))
          .json()
          .get("matches")
          .forEach(match -> ids.add(match.get("id").stringValue()));
      if (!ids.isEmpty()) {
        String status = oneOf(List.of("VIEWED", "CONTACTED", "REJECTED", "PENDING"));
        int answer =
            api.patch("/api/matching/" + oneOf(ids), "{\"status\":\"%s\"}".formatted(status))
                .status();
        // The row may be gone since it was read, or not be listed any more.
        assertThat(answer).isIn(200, 404, 409);
      }
    }

    private String some() {
      List<Integer> numbers = new ArrayList<>(IntStream.range(0, CANDIDATES).boxed().toList());
      Collections.shuffle(numbers, random);
      return numbers.stream()
          .limit(20)
          .map(i -> candidate("c-" + i).json())
          .collect(Collectors.joining("\n"));
    }

    private CandidateJson candidate(String id) {
      return aCandidate(id)
          .in(some(DOMAINS, 2))
          .knowing(some(SKILLS, 5))
          .tested(10 * random.nextInt(11), 10 * random.nextInt(11));
    }

    private PostingJson posting(String id) {
      return aPosting(id).in(some(DOMAINS, 2)).asking(some(SKILLS, 3));
    }

    private String[] some(List<String> all, int most) {
      return random
          .ints(1 + random.nextInt(most), 0, all.size())
          .distinct()
          .mapToObj(all::get)
          .toArray(String[]::new);
    }

    private <T> T oneOf(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
