package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.candidates.CandidateSearch;
import dev.entente.server.candidates.Listing;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists of people end where nobody reads on, and say how many there are.
class CandidateSearchDatabaseTest {
  private static final int SIZE = 50;

  private final TestService service = TestService.shared();
  private final CandidateSearch search = service.part(CandidateSearch.class);

  /// More than can be paged through, in the order of their names.
  @BeforeEach
  void store() {
    service.api().store(aCandidate("model"));
    service
        .database()
        .sql(
            """
            INSERT INTO candidate
            SELECT (json_populate_record(candidate, json_build_object('id', 'c-' || number))).*
            FROM candidate, generate_series(1, 10119) AS number WHERE id = 'model'
            """)
        .update();
    service
        .database()
        .sql(
            """
            INSERT INTO candidate_listing (candidate_id, version, name, opted_out, sorted, words)
            SELECT id, 1, id, false, id, array_to_tsvector(ARRAY['all'])
            FROM candidate WHERE id <> 'model'
            """)
        .update();
  }

  @Test
  void pagesEndAtTheReachAndTellTheWholeTotal() {
    for (String text : new String[] {"", "all"}) {
      CandidateSearch.Page last = search.find(text, 199, SIZE);
      assertThat(last.offset()).isEqualTo(CandidateSearch.REACH - SIZE);
      assertThat(last.candidates()).hasSize(SIZE).extracting(Listing::id).isSorted();
      assertThat(last.total()).isEqualTo(text.isEmpty() ? 10_120 : 10_119);
      assertThat(search.find(text, 200, SIZE)).isEqualTo(last);
      assertThat(search.find(text, 1_000_000, SIZE)).isEqualTo(last);
    }
  }

  @Test
  void lastPageSaysThatMoreAreFoundByNarrowerWords() {
    assertThat(service.api().get("/candidates?page=200").body())
        .contains("Only the first 10,000 can be paged through; 120 candidates are behind them.");
    assertThat(service.api().get("/candidates?page=199").body()).doesNotContain("Only the first");
  }

  @Test
  void totalOfManyIsOfTheLastTenSecondsAndThatOfFewIsExact() {
    int before = search.find("", 0, SIZE).total();
    service.database().sql("DELETE FROM candidate WHERE id = 'c-1'").update();
    assertThat(search.find("", 0, SIZE).total()).isEqualTo(before);

    service.clock.advance(Duration.ofSeconds(10));

    assertThat(search.find("", 0, SIZE).total()).isEqualTo(before - 1);
    service.database().sql("DELETE FROM candidate WHERE id LIKE 'c-2%'").update();
    assertThat(search.find("", 0, SIZE).total()).isLessThan(CandidateSearch.REACH);
    service.clock.advance(Duration.ofSeconds(-10));
  }
}
