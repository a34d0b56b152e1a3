package dev.entente.server.pages.matchings;

import dev.entente.documents.MatchingStatus;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.server.pages.explanation.Segment;
import dev.entente.server.pages.wording.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a reader of a list may choose, and has chosen.
///
/// @param sorts ways to sort it
/// @param statuses that may be shown
/// @param criteria of which a least number of points may be asked
/// @param legend the criteria with their colours
record ListChoices(
    List<Choice> sorts, List<Choice> statuses, List<Choice> criteria, List<Colour> legend) {
  /// One that may be chosen.
  record Choice(String value, String label, boolean isChosen) {}

  /// The class of a criterion's colour, and the criterion in one word and in full.
  record Colour(String name, String label, String title) {}

  static ListChoices of(ListQuery query, Wording wording) {
    return new ListChoices(
        Stream.of(Stream.of(ListQuery.RANK), ids(), Stream.of("confidence", "name", "latest"))
            .flatMap(sorts -> sorts)
            .map(sort -> new Choice(sort, sort(sort, wording), sort.equals(query.sort())))
            .toList(),
        Arrays.stream(MatchingStatus.values())
            .map(
                status ->
                    new Choice(
                        status.name(),
                        wording.text("status." + status),
                        query.status().contains(status)))
            .toList(),
        ids()
            .map(
                criterion ->
                    new Choice(
                        criterion,
                        wording.text("criterion." + criterion),
                        criterion.equals(query.criterion())))
            .toList(),
        legend(wording));
  }

  /// The criteria in their order, with their colours.
  static List<Colour> legend(Wording wording) {
    return ids()
        .map(
            criterion ->
                new Colour(
                    Segment.color(criterion),
                    wording.text("criterion." + criterion + ".short"),
                    wording.text("criterion." + criterion)))
        .toList();
  }

  private static Stream<String> ids() {
    return Criteria.ids().stream().map(CriterionId::value);
  }

  private static String sort(String sort, Wording wording) {
    return wording.find("criterion." + sort).orElseGet(() -> wording.text("list.sort." + sort));
  }
}
