package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

/// Documents for a night whose every list is seen to change.
final class NightData {
  private static final List<String> SKILLS =
      List.of("Java", "SQL", "Go", "Rust", "Python", "Kotlin", "Scala", "C#", "PHP", "Ruby");
  private static final int RESULTS = 1_000;

  private NightData() {}

  /// Stores postings `p-0000`, `p-0001`… and candidates, of whom each posting has more than fifty
  /// if there are 600.
  static void fill(Api api, int postings, int candidates) {
    String wanted =
        IntStream.range(0, postings)
            .mapToObj(i -> aPosting(id(i)).asking(skill(i), skill(i / 10), "Git").json())
            .collect(joining("\n"));
    String known =
        IntStream.range(0, candidates)
            .mapToObj(
                i ->
                    aCandidate("c-%05d".formatted(i))
                        .knowing(skill(i), skill(i / 10 + 1), "Git")
                        .tested(i * 37 % 101, i * 53 % 101)
                        .json())
            .collect(joining("\n"));
    send(api, "/api/import/postings", wanted);
    send(api, "/api/import/candidates", known);
  }

  private static void send(Api api, String path, String lines) {
    assertThat(api.post(path, "application/x-ndjson", lines).status()).isEqualTo(200);
  }

  private static String skill(int number) {
    return SKILLS.get(number % SKILLS.size());
  }

  /// The id of a posting.
  static String id(int number) {
    return "p-%04d".formatted(number);
  }

  /// Moves the mean of all results by somebody who is on no list: no list changes before the next
  /// run, and in that every one.
  static void move(Api api, int round) {
    int[] results = IntStream.generate(() -> round % 2 == 0 ? 100 : 0).limit(RESULTS).toArray();
    Api.Answer answer = api.store(aCandidate("elsewhere").in("elsewhere").tested(results));
    assertThat(answer.status()).isLessThan(300);
  }
}
