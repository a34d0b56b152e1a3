package dev.entente.server.pages.runs.report;

import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.PostingTitles;
import dev.entente.server.runs.GenerationRun.Failure;
import dev.entente.server.runs.report.RunReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The postings of a run that somebody will want to look at, with the candidates who were left out.
///
/// @param failed that keep the lists that they had, at most 1,000 with the candidates
/// @param leftOut candidates who could not be read
/// @param slowest first
/// @param scarce with few eligible candidates, those with fewest first
record PostingsView(
    List<PostingLine> failed,
    List<Failure> leftOut,
    List<PostingLine> slowest,
    List<PostingLine> scarce) {
  static PostingsView of(RunReport report, PostingTitles titles, Wording wording) {
    List<Failure> failures = Objects.requireNonNullElse(report.run().failures(), List.of());
    Map<String, String> known = titles.of(ids(report, failures));
    return new PostingsView(
        failures.stream()
            .flatMap(
                failure ->
                    Stream.ofNullable(failure.jobPostingId())
                        .map(id -> line(id, "", List.of(failure.reason()), known)))
            .toList(),
        failures.stream().filter(failure -> !failure.isOfAPosting()).toList(),
        report.slowest().stream()
            .map(slow -> line(slow.jobPostingId(), took(slow, wording), List.of(), known))
            .toList(),
        report.scarce().stream().map(scarce -> line(scarce, known, wording)).toList());
  }

  private static List<String> ids(RunReport report, List<Failure> failures) {
    return Stream.of(
            failures.stream().flatMap(failure -> Stream.ofNullable(failure.jobPostingId())),
            report.slowest().stream().map(RunReport.Slow::jobPostingId),
            report.scarce().stream().map(RunReport.Scarce::jobPostingId))
        .flatMap(ids -> ids)
        .toList();
  }

  private static PostingLine line(
      String id, String value, List<String> reasons, Map<String, String> titles) {
    return new PostingLine(id, titles.getOrDefault(id, ""), value, reasons);
  }

  private static PostingLine line(
      RunReport.Scarce scarce, Map<String, String> titles, Wording wording) {
    List<String> reasons =
        scarce.ineligible().entrySet().stream()
            .map(count -> wording.text("reason." + count.getKey(), count.getValue()))
            .toList();
    return line(
        scarce.jobPostingId(),
        wording.text("page.scarce.eligible", scarce.eligible()),
        reasons,
        titles);
  }

  private static String took(RunReport.Slow slow, Wording wording) {
    return slow.rankMillis().compareTo(BigDecimal.ONE) < 0
        ? wording.text("page.slow.less")
        : wording.duration(Duration.ofMillis(slow.rankMillis().longValue()));
  }
}
