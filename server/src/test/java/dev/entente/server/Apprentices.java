package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/// Candidates who have worked for some months and still do: with each month that passes there are
/// other facts to tell of each of them, and nothing else changes.
final class Apprentices {
  /// How many there are.
  static final int COUNT = 4;

  // Facts tell months below two years exactly; so many nights of a test can have others.
  private static final int FIRST_MONTH = 6;
  private static final int RESULT = 60;

  private Apprentices() {}

  static List<String> candidates() {
    return IntStream.rangeClosed(1, COUNT).mapToObj(Apprentices::candidate).toList();
  }

  private static String candidate(int number) {
    return aCandidate("c-" + number)
        .knowing("Java", number % 2 == 0 ? "SQL" : "Kafka")
        .tested(IntStream.range(0, number).map(_ -> RESULT).toArray()) // never another's facts
        .with(
            "experiences",
            """
            [{"title":"apprentice","domain":"backend","skills":["Java"],"from":"2026-%02d"}]"""
                .formatted(FIRST_MONTH + number))
        .json();
  }

  /// Postings `p-1`, `p-2` and so on, in whose lists all of them are.
  static List<String> postings(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                aPosting("p-" + i)
                    .asking("Java", "SQL", "Kafka")
                    .with("description", "\"Team %d\"".formatted(i))
                    .json())
        .toList();
  }

  /// Turns a clock to the first day of the next month.
  static void turnMonth(TestService service) {
    ZonedDateTime now = service.clock.instant().atZone(ZoneOffset.UTC);
    service.clock.set(now.withDayOfMonth(1).plusMonths(1).toInstant());
  }
}
