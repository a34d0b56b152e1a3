package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.Ranking;
import dev.entente.server.rankings.Rankings;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A posting that is not stored is ranked as it would be, and leaves nothing behind.
class PreviewDatabaseTest {
  private static final String TITLE = "Zymurgist wanted 4711";

  private TestService service;

  @BeforeEach
  void store() {
    service = TestService.shared();
    service.api().store(aPosting("p"));
    service.api().store(aCandidate("c-1").tested(95));
    service.api().store(aCandidate("c-2").tested(40));
    service.api().store(aCandidate("c-3").knowing("Java", "Kafka"));
    service.api().store(aCandidate("law").in("law"));
    service.settle();
  }

  private Ranking preview(String json) {
    return DocumentForm.posting().check(json.getBytes(UTF_8))
            instanceof Checked.Valid<PostingDocument>(var document)
        ? service.part(Rankings.class).preview(document, 5)
        : fail("wrong: " + json);
  }

  private static List<String> ids(Ranking ranking) {
    return ranking.matchings().stream().map(Matching::candidate).map(id -> id.value()).toList();
  }

  @Test
  void previewIsWhatWillBeStored() {
    String json = aPosting("p").asking("Java", "Kafka", "Zymurgy").json();

    Ranking preview = preview(json);
    service.api().put("/api/postings/p", json);
    service.settle();

    List<String> totals =
        service
            .database()
            .sql(
                """
                SELECT "candidateId" || ' ' || total FROM ranked_matching
                WHERE "jobPostingId" = 'p' ORDER BY rank
                """)
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(preview.matchings())
        .extracting(one -> one.candidate().value() + " " + one.total())
        .isEqualTo(totals)
        .hasSize(3);
  }

  @Test
  void previewNeitherStoresNorSpoilsTheStoredPosting() {
    String before = service.api().rank("p").body();
    List<Integer> counts = counts();

    Ranking other =
        preview(aPosting("p").in("law").asking("Zymurgy").json().replace("Java developer", TITLE));

    assertThat(ids(other)).isEmpty();
    assertThat(counts()).isEqualTo(counts);
    assertThat(service.api().rank("p").body()).isEqualTo(before);
  }

  private List<Integer> counts() {
    return List.of("term", "job_posting", "ranking", "ranking_request").stream()
        .map(table -> service.database().sql("SELECT count(*) FROM " + table))
        .map(query -> query.query(Integer.class).single())
        .toList();
  }
}
