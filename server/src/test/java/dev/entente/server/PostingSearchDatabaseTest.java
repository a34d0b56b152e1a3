package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.matchings.ListSummary;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.postings.PostingFilter;
import dev.entente.server.postings.PostingFilter.By;
import dev.entente.server.postings.PostingFilter.Matched;
import dev.entente.server.postings.PostingFilter.Order;
import dev.entente.server.postings.PostingSearch;
import dev.entente.server.postings.PostingSearch.Overview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Postings are found by what their page can be asked for: each once, in order, whatever the size
/// of a page.
class PostingSearchDatabaseTest {
  private static final List<String> TITLES =
      List.of(
          "Développeur Java", "java 100 %", "Data_engineer", "Été ﬁnal", "A\\B", "Cœur d’École");

  private static TestService service;
  private static PostingSearch search;

  @BeforeAll
  static void store() {
    service = TestService.shared();
    search = service.part(PostingSearch.class);
    for (int i = 0; i < 12; i++) {
      service.api().store(aCandidate("c-" + i).in("backend").knowing("Java"));
    }
    service.api().store(aCandidate("d").in("data").knowing("SQL"));
    for (int i = 0; i < 30; i++) {
      var posting = aPosting("p-" + i).of(i % 3 == 0 ? "acme" : "umbrella");
      posting = i % 5 == 0 ? posting.in("data").asking("SQL") : posting;
      posting = i % 7 == 0 ? posting.in("law") : posting;
      posting = i % 4 == 0 ? posting.inactive() : posting;
      String json =
          posting.json().replace("Java developer", TITLES.get(i % 6).replace("\\", "\\\\"));
      assertThat(service.api().put("/api/postings/p-" + i, json).status()).isEqualTo(201);
    }
    service.settle();
  }

  private static List<Overview> all(PostingFilter filter, int size) {
    List<Overview> all = new ArrayList<>();
    int total = search.find(filter, 0, size).total();
    for (int page = 0; page * size < total; page++) {
      PostingSearch.Page found = search.find(filter, page, size);
      assertThat(found.offset()).isEqualTo(page * size);
      all.addAll(found.postings());
    }
    return all;
  }

  private static PostingFilter words(String text) {
    return new PostingFilter(
        text, Optional.empty(), Optional.empty(), Matched.ANY, new Order(By.TITLE, false));
  }

  private static PostingFilter of(Matched list) {
    return new PostingFilter(
        "", Optional.empty(), Optional.empty(), list, new Order(By.TITLE, false));
  }

  @ParameterizedTest
  @CsvSource({
    "DEVELOPPEUR, 5",
    "java, 10",
    "'java  développeur', 5",
    "%, 5",
    "_, 5",
    "\\, 5",
    "final ete, 5",
    "coeur, 5",
    "ÉCOLE cœur, 5",
    "ecole, 5",
    "nothing, 0",
    "'', 30"
  })
  void wordsAreFoundWhateverTheirCaseAndMarksAndMeanNothingElse(String text, int count) {
    assertThat(search.find(words(text), 0, 50).total()).isEqualTo(count);
  }

  @ParameterizedTest
  @EnumSource
  void eachPageGoesOnWhereTheLastEndedInBothDirections(By by) {
    for (boolean isDescending : List.of(false, true)) {
      var filter =
          new PostingFilter(
              "", Optional.empty(), Optional.empty(), Matched.ANY, new Order(by, isDescending));

      List<Overview> whole = all(filter, 50);

      assertThat(whole).hasSize(30).doesNotHaveDuplicates();
      assertThat(all(filter, 7)).isEqualTo(whole);
      assertThat(search.find(filter, 99, 7).offset()).isEqualTo(28);
    }
  }

  @Test
  void scoresAndNumbersStandInOrderAndWhatHasNoneLast() {
    assertOrdered(By.BEST, list -> Optional.ofNullable(list.best()));
    assertOrdered(
        By.ELIGIBLE, list -> Optional.ofNullable(list.rankedAt()).map(_ -> list.eligible()));
    assertOrdered(By.MATCHED, list -> Optional.ofNullable(list.rankedAt()));
  }

  private static <T extends Comparable<? super T>> void assertOrdered(
      By by, Function<ListSummary, Optional<T>> value) {
    var filter =
        new PostingFilter("", Optional.empty(), Optional.empty(), Matched.ANY, new Order(by, true));
    List<String> ids = all(filter, 50).stream().map(Overview::id).toList();

    List<Optional<T>> values =
        service.part(MatchingLists.class).summaries(ids).stream().map(value).toList();

    List<T> known = values.stream().flatMap(Optional::stream).toList();
    assertThat(known).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(values.subList(0, known.size())).allMatch(Optional::isPresent);
  }

  @Test
  void listsAreFoundByHowTheyAre() {
    assertThat(all(of(Matched.NOBODY), 50))
        .isNotEmpty()
        .allMatch(one -> lists(one).eligible() == 0);
    assertThat(all(of(Matched.FEW), 50))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(lists(one).eligible()).isBetween(1, 9));
    assertThat(all(of(Matched.NEVER), 50))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(lists(one).rankedAt()).isNull());
    assertThat(all(of(Matched.WAITING), 50)).isEmpty();
  }

  private static ListSummary lists(Overview posting) {
    return service.part(MatchingLists.class).summaries(List.of(posting.id())).getFirst();
  }

  @Test
  void filtersTogetherLeaveWhatPassesEach() {
    var filter =
        new PostingFilter(
            "java", Optional.of(true), Optional.of("acme"), Matched.ANY, new Order(By.TITLE, true));

    assertThat(all(filter, 2))
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.active()).isTrue();
              assertThat(one.companyId()).isEqualTo("acme");
              assertThat(one.title()).containsIgnoringCase("java");
            });
    assertThat(search.companies(1)).containsExactly("acme");
    assertThat(search.companies(9)).containsExactly("acme", "umbrella");
    assertThat(IntStream.range(0, 30).filter(i -> i % 4 != 0 && i % 3 == 0 && i % 6 < 2).count())
        .isEqualTo(all(filter, 50).size());
  }

  @Test
  void titlesThatWereStoredUnfoldedAreFoldedAtTheStart() {
    service.database().sql("UPDATE job_posting SET title_folded = NULL").update();
    assertThat(search.find(words("coeur"), 0, 50).total()).isZero();

    service.twin().close(); // another start

    assertThat(search.find(words("coeur"), 0, 50).total()).isEqualTo(5);
  }

  @Test
  void titleLongerThanAnIndexTakesIsStored() {
    String json = aPosting("long").inactive().json().replace("developer", "é".repeat(19_000));

    assertThat(service.api().put("/api/postings/long", json).status()).isEqualTo(201);
    assertThat(service.api().delete("/api/postings/long").status()).isEqualTo(204);
  }
}
