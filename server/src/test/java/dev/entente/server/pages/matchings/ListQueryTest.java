package dev.entente.server.pages.matchings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.documents.MatchingStatus;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {
  @Test
  void namesAreThoseOfTheCriteria() {
    assertThat(ListQuery.CRITERIA)
        .isEqualTo(
            Criteria.ids().stream().map(CriterionId::value).collect(Collectors.joining("|")));
  }

  @Test
  void usualOneLeavesTheAddressBare() {
    var usual = new ListQuery("rank", null, "skills", "0", false);

    assertThat(usual.text()).isEmpty();
    assertThat(usual.isFilter()).isFalse();
  }

  @Test
  void addressSaysWhatIsAsked() {
    var query =
        new ListQuery(
            "name",
            List.of(MatchingStatus.VIEWED, MatchingStatus.VIEWED, MatchingStatus.PENDING),
            "skills",
            "80",
            true);

    assertThat(query.text())
        .isEqualTo(
            "sort=name&status=VIEWED&status=PENDING&criterion=skills&least=80&complete=true");
    assertThat(Return.toList("p", query.text()).at("1").view())
        .isEqualTo("redirect:/postings/p?" + query.text() + "#m-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "//evil.example", "sort=name\r\nX: y", "sort=%00", "a#b"})
  void wayBackTakesNoOtherView(String view) {
    assertThat(Return.toList("p", view).view()).isEqualTo("redirect:/postings/p");
  }
}
