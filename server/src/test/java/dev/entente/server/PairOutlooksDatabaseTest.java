package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.profile.CandidateFacts;
import dev.entente.server.candidates.CandidateProfile;
import dev.entente.server.live.Outlook;
import dev.entente.server.live.Outlooks;
import dev.entente.server.live.PairOutlook;
import dev.entente.server.live.PairOutlook.Behind;
import dev.entente.server.live.PairOutlook.Ineligible;
import dev.entente.server.live.PairOutlook.Listed;
import dev.entente.server.live.PairOutlook.Rejected;
import dev.entente.server.live.PairOutlooks;
import dev.entente.server.live.Shortfall;
import dev.entente.server.postings.StoredPosting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Why candidates are, or are not, in lists: generated people and postings.
class PairOutlooksDatabaseTest {
  private static final String LINES = "application/x-ndjson";
  private static final int PEOPLE = 150;
  private static final int POSTINGS = 6;
  private static final List<String> SKILLS = List.of("Java", "SQL", "Kafka", "Go", "Figma");
  private static final List<String> DOMAINS = List.of("backend", "data", "design");

  private final TestService service = TestService.shared();
  private final Random random = new Random(20261130);

  @BeforeEach
  void store() {
    Api api = service.api();
    api.post("/api/import/candidates", LINES, lines(PEOPLE, this::candidate));
    api.post("/api/import/postings", LINES, lines(POSTINGS, this::posting));
    service.settle();
    service
        .database()
        .sql(
            """
            SELECT id FROM ranked_matching WHERE rank IN (2, 7)
            """)
        .query(String.class)
        .list()
        .forEach(id -> api.patch("/api/matching/" + id, "{\"status\": \"REJECTED\"}"));
    service.settle();
  }

  private static String lines(int count, Function<Integer, String> line) {
    return IntStream.range(0, count).boxed().map(line).collect(Collectors.joining("\n"));
  }

  private String candidate(int number) {
    return """
        {"id":"c-%d","optedOut":%b,"domains":%s,"skills":%s,"headline":"%s"}"""
        .formatted(
            number,
            random.nextInt(12) == 0,
            some(DOMAINS),
            some(SKILLS),
            random.nextBoolean() ? "Java services" : "");
  }

  private String posting(int number) {
    return """
        {"id":"p-%d","companyId":"acme","title":"Java services","active":%b,\
        "domains":["%s"],"skills":%s}"""
        .formatted(
            number,
            number != 0,
            DOMAINS.get(number % DOMAINS.size()),
            number % 2 == 0 ? "[\"Java\",\"SQL\"]" : "[\"Java\",\"Kafka\",\"Go\"]");
  }

  private String some(List<String> names) {
    return names.stream()
        .filter(_ -> random.nextInt(5) < 3)
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void everybodyIsInTheListRejectedIneligibleOrBehind() {
    var candidates = service.part(CandidateProfile.Finder.class);
    var outlooks = service.part(PairOutlooks.class);
    var postings = service.part(StoredPosting.Finder.class);
    Map<Class<?>, Integer> kinds = new HashMap<>();
    for (int p = 0; p < POSTINGS; p++) {
      StoredPosting posting = postings.find("p-" + p).orElseThrow();
      for (int c = 0; c < PEOPLE; c++) {
        CandidateProfile candidate = candidates.find("c-" + c).orElseThrow();
        PairOutlook outlook = outlooks.of(posting, candidate.id(), candidate.facts());
        kinds.merge(outlook.place().getClass(), 1, Integer::sum);
        if (outlook.place() instanceof Behind(var shortfall)) {
          assertAddsUp(shortfall);
          assertThat(outlook.scored().orElseThrow().explanation().value())
              .isEqualTo(shortfall.own());
        }
      }
    }

    assertThat(kinds.keySet())
        .containsExactlyInAnyOrder(Listed.class, Rejected.class, Ineligible.class, Behind.class);
    assertThat(kinds.get(Listed.class))
        .isEqualTo(
            service
                .database()
                .sql("SELECT count(*) FROM \"CandidateMatching\" WHERE listed")
                .query(Integer.class)
                .single());
  }

  private static void assertAddsUp(Shortfall shortfall) {
    long sum = shortfall.differences().stream().mapToLong(Shortfall.Difference::points).sum();

    assertThat(shortfall.points()).isNotNegative().isEqualTo(sum);
    assertThat(shortfall.last() - shortfall.own()).isEqualTo(sum);
    assertThat(shortfall.differences()).hasSize(8);
  }

  @Test
  void outlookCountsEveryActivePostingOnce() {
    var candidates = service.part(CandidateProfile.Finder.class);
    var outlooks = service.part(Outlooks.class);
    for (int c = 0; c < PEOPLE; c++) {
      CandidateFacts candidate =
          candidates.find("c-" + c).flatMap(CandidateProfile::facts).orElseThrow();

      Outlook outlook = outlooks.of(candidate);

      assertThat(outlook.postings()).isEqualTo(POSTINGS - 1);
      assertThat(outlook.waiting()).isZero();
      assertThat(outlook.eligible()).isEqualTo(outlook.missed() + stored("c-" + c));
      assertThat(outlook.nearest()).hasSize(outlook.missed());
      assertThat(outlook.nearest()).allSatisfy(miss -> assertAddsUp(miss.shortfall()));
    }
  }

  private int stored(String candidate) {
    return service
        .database()
        .sql(
            """
            SELECT count(*) FROM "CandidateMatching"
            WHERE "candidateId" = :candidate AND (listed OR status = 'REJECTED')
            """)
        .param("candidate", candidate)
        .query(Integer.class)
        .single();
  }
}
