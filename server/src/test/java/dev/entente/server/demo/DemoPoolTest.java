package dev.entente.server.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.server.demo.Library.Trade;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DemoPoolTest {
  private static final Instant AS_OF = Instant.parse("2026-11-23T00:00:00Z");
  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final DemoPool POOL = DemoPool.of(2026, AS_OF);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private static Path folder;
  private static ReadPool read = new ReadPool(List.of(), List.of(), AS_OF);

  @BeforeAll
  static void readThePool() throws IOException {
    read = ReadPool.of(POOL, AS_OF, folder);
  }

  @Test
  void sameSeedAndInstantGiveTheSameBytes() {
    DemoPool again = DemoPool.of(2026, AS_OF);

    assertThat(again.candidates()).isEqualTo(POOL.candidates());
    assertThat(again.postings()).isEqualTo(POOL.postings());
  }

  @Test
  void anotherSeedGivesOtherPeopleAndTheSamePostings() {
    DemoPool other = DemoPool.of(2027, AS_OF);

    assertThat(other.candidates()).doesNotContainAnyElementsOf(POOL.candidates());
    assertThat(other.postings()).isEqualTo(POOL.postings());
  }

  @Test
  void allDocumentsAreValid() {
    assertThat(read.candidates()).hasSize(1_500);
    assertThat(read.postings()).hasSize(60).allMatch(posting -> posting.posting().active());
  }

  @Test
  void halfOfThePostingsAreFrenchAndNoTwoAreAlike() {
    assertThat(POOL.postings()).filteredOn(posting -> posting.contains("(F/H)")).hasSize(30);
    for (String field : List.of("id", "title", "description")) {
      assertThat(values(POOL.postings(), field)).doesNotHaveDuplicates();
    }
  }

  @Test
  void tenFieldsHaveSixPostingsEach() {
    Map<DomainId, String> fields = fieldOfDomain();

    Map<String, Long> postings =
        read.postings().stream()
            .map(posting -> posting.posting().domains().iterator().next())
            .collect(groupingBy(domain -> fields.getOrDefault(domain, "none"), counting()));

    assertThat(postings).hasSize(10).allSatisfy((field, count) -> assertThat(count).isEqualTo(6));
  }

  private static Map<DomainId, String> fieldOfDomain() {
    Map<DomainId, String> fields = new HashMap<>();
    List<Trade> trades = Library.load().trades();
    trades.forEach(trade -> put(trade.role().domains(), trade, fields));
    trades.forEach(trade -> trade.role().also().forEach(also -> put(also, trade, fields)));
    return fields;
  }

  private static void put(Bilingual domain, Trade trade, Map<DomainId, String> fields) {
    fields.putIfAbsent(
        Vocabulary.domain(domain.alternatives(Language.FR).getFirst()), trade.field().id());
  }

  @Test
  void nothingHappensAfterTheInstant() {
    List<Candidate> candidates = read.candidates();
    List<Experience> experiences =
        candidates.stream().flatMap(candidate -> candidate.experiences().stream()).toList();

    assertThat(experiences)
        .hasSizeGreaterThan(3_000)
        .allMatch(experience -> experience.from().isBefore(MONTH))
        .allMatch(experience -> experience.to().map(MONTH::isAfter).orElse(true));
    assertThat(candidates)
        .flatExtracting(Candidate::quizResults)
        .allMatch(result -> result.completedAt().isBefore(AS_OF));
    assertThat(instants("technicalTests")).isNotEmpty().allMatch(AS_OF::isAfter);
  }

  private static List<Instant> instants(String results) {
    return POOL.candidates().stream()
        .map(MAPPER::readTree)
        .flatMap(candidate -> candidate.path(results).valueStream())
        .map(result -> Instant.parse(result.path("completedAt").stringValue("")))
        .toList();
  }

  @Test
  void nobodyWorksInTwoPlacesAtOnce() {
    List<Candidate> candidates = read.candidates();

    assertThat(candidates)
        .allSatisfy(
            candidate -> {
              YearMonth free = YearMonth.of(1970, 1);
              for (Experience experience : candidate.experiences().reversed()) {
                assertThat(experience.from()).isAfterOrEqualTo(free);
                free = experience.to().orElse(MONTH);
              }
            });
  }

  @Test
  void peopleAreAsDifferentAsInLife() {
    assertThat(values(POOL.candidates(), "email"))
        .doesNotHaveDuplicates()
        .allMatch(address -> address.matches("[a-z.-]+@example\\.org"));
    assertThat(having("optedOut")).isBetween(5L, 60L);
    assertThat(1_500 - having("experiences")).as("newcomers").isBetween(60L, 200L);
    assertThat(1_500 - having("headline")).as("silent").isBetween(60L, 300L);
    assertThat(having("technicalTests")).isBetween(600L, 1_100L);
    assertThat(having("quizResults")).isBetween(600L, 1_100L);
    assertThat(having("badges")).isBetween(400L, 800L);
  }

  @Test
  void onlyExampleHostsAreLinked() {
    assertThat(String.join("\n", POOL.candidates()))
        .contains("https://example.org/", "https://example.com/")
        .doesNotContainPattern("https?://(?!example\\.(org|com)/)")
        .doesNotContain("{product}", "..");
  }

  private static long having(String field) {
    return POOL.candidates().stream().map(MAPPER::readTree).filter(c -> c.has(field)).count();
  }

  private static List<String> values(List<String> documents, String field) {
    return documents.stream()
        .map(document -> MAPPER.readTree(document).path(field).stringValue(""))
        .toList();
  }
}
