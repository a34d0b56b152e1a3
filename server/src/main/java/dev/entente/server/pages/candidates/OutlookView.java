package dev.entente.server.pages.candidates;

import dev.entente.server.live.Outlook;
import dev.entente.server.live.Outlook.NearMiss;
import dev.entente.server.pages.explanation.CriterionSection;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.function.Predicate;

/// Where a candidate is not ranked, and why not.
///
/// @param eligible for how many postings the candidate could be ranked, in a sentence
/// @param reasons how many postings each gate keeps the candidate from, most frequent first
/// @param nearest full lists that the candidate does not reach, the smallest shortfall first
/// @param missed how many such lists there are, in a sentence; empty where there is none
/// @param waiting how many lists are about to be ranked again, likewise
record OutlookView(
    String eligible, List<String> reasons, List<Miss> nearest, String missed, String waiting) {
  private static final int DEAREST = 3;

  /// A list that the candidate does not reach.
  ///
  /// @param title of the posting, or its id
  /// @param own the candidate's points
  /// @param last those that have the last place
  /// @param missing how many are missing
  /// @param behind the criteria that cost most, each with what it costs
  /// @param ahead those in which the candidate is the better one, likewise
  record Miss(
      String postingId,
      String title,
      String own,
      String last,
      String missing,
      List<DifferenceLine> behind,
      List<DifferenceLine> ahead) {
    private static Miss of(NearMiss miss, Wording wording) {
      List<DifferenceLine> all = DifferenceLine.listOf(miss.shortfall(), wording);
      return new Miss(
          miss.postingId(),
          wording.named(miss.title(), miss.postingId()),
          CriterionSection.points(miss.shortfall().own(), wording),
          CriterionSection.points(miss.shortfall().last(), wording),
          CriterionSection.points(miss.shortfall().points(), wording),
          some(all, DifferenceLine::isBehind),
          some(all.reversed(), line -> !line.isBehind() && !line.isEven()));
    }

    private static List<DifferenceLine> some(
        List<DifferenceLine> all, Predicate<DifferenceLine> wanted) {
      return all.stream().filter(wanted).limit(DEAREST).toList();
    }
  }

  static OutlookView of(Outlook outlook, Wording wording) {
    return new OutlookView(
        wording.text("candidate.eligible", outlook.eligible(), outlook.postings()),
        outlook.ineligible().entrySet().stream()
            .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
            .map(reason -> wording.text("candidate.gate." + reason.getKey(), reason.getValue()))
            .toList(),
        outlook.nearest().stream().map(miss -> Miss.of(miss, wording)).toList(),
        outlook.missed() == 0 ? "" : wording.text("candidate.missed", outlook.missed()),
        outlook.waiting() == 0 ? "" : wording.text("candidate.waiting", outlook.waiting()));
  }
}
