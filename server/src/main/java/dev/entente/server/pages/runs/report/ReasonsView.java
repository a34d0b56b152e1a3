package dev.entente.server.pages.runs.report;

import dev.entente.server.pages.runs.Fact;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.reasons.work.ReasonReport;
import dev.entente.server.runs.GenerationRun;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a page shows of writing the reasons of a run.
///
/// @param facts what it took; empty if no model writes or has written
/// @param fallbacks how many matchings have the template instead, by cause
/// @param caution what must be known of the model's terms; empty if there is nothing to say
/// @param halt why no model is called for now, in a sentence; empty if one is, or nothing waits
/// @param canStop whether there is anything to stop
record ReasonsView(
    List<Fact> facts, List<Fact> fallbacks, String caution, String halt, boolean canStop) {
  static ReasonsView of(ReasonReport report, GenerationRun run, Wording wording) {
    boolean isOver = run.status().hasEnded() && report.awaitedPostings() == 0;
    return new ReasonsView(
        report.isWorthTelling() ? facts(report, wording) : List.of(),
        fallbacks(report.texts().fallbacks(), wording),
        Optional.ofNullable(report.caution()).orElse(""),
        Optional.ofNullable(report.halt())
            .filter(_ -> report.stopped() || !isOver)
            .map(halt -> sentence(halt, wording))
            .orElse(""),
        report.writer() != null && !report.stopped() && !isOver);
  }

  private static List<Fact> facts(ReasonReport report, Wording wording) {
    return List.of(
        fact("writer", writer(report.writer(), wording), wording),
        fact("texts", texts(report.texts(), wording), wording),
        fact("kept", wording.whole(report.texts().kept()), wording),
        fact("awaited", wording.whole(report.awaitedPostings()), wording),
        fact("calls", calls(report.calls(), wording), wording),
        fact("tokens", tokens(report.tokens(), wording), wording),
        fact("cost", cost(report.cost(), wording), wording),
        fact("budget", budget(report, wording), wording));
  }

  private static Fact fact(String name, String value, Wording wording) {
    return new Fact(wording.text("page.reasons." + name), value);
  }

  private static String writer(ReasonReport.@Nullable Writer writer, Wording wording) {
    return writer == null
        ? wording.text("page.reasons.templates")
        : wording.text("page.reasons.model", writer.model(), writer.provider());
  }

  private static String texts(ReasonReport.Texts texts, Wording wording) {
    return wording.text(
        "page.reasons.texts.value",
        wording.whole(texts.written()),
        wording.whole(texts.asked()),
        texts.asked());
  }

  private static String calls(Map<String, Long> calls, Wording wording) {
    return calls.isEmpty()
        ? wording.whole(0)
        : calls.entrySet().stream()
            .map(call -> wording.text("call." + call.getKey(), call.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String tokens(ReasonReport.Tokens tokens, Wording wording) {
    return wording.text(
        "page.reasons.tokens.value", wording.whole(tokens.input()), wording.whole(tokens.output()));
  }

  private static String cost(ReasonReport.Cost cost, Wording wording) {
    String amount = wording.amount(cost.amount()) + " " + cost.currency();
    return cost.unpricedCalls() == 0
        ? amount
        : wording.text("page.reasons.unpriced", amount, cost.unpricedCalls());
  }

  private static String budget(ReasonReport report, Wording wording) {
    String currency = report.cost().currency();
    return wording.text(
        "page.reasons.budget.value",
        most(report.limits().run(), currency, wording),
        most(report.limits().day(), currency, wording));
  }

  private static String most(ReasonReport.Most most, String currency, Wording wording) {
    BigDecimal cost = most.cost();
    return cost == null
        ? wording.text("page.reasons.unlimited")
        : wording.amount(cost) + " " + currency;
  }

  private static List<Fact> fallbacks(Map<String, Long> counts, Wording wording) {
    return counts.entrySet().stream()
        .map(
            count ->
                new Fact(wording.word("fallback", count.getKey()), wording.whole(count.getValue())))
        .toList();
  }

  private static String sentence(ReasonReport.Halt halt, Wording wording) {
    String cause = wording.word("fallback", halt.cause().name());
    return Optional.ofNullable(halt.until())
        .map(until -> wording.text("page.reasons.halt", cause, wording.moment(until).shown()))
        .orElseGet(() -> wording.text("page.reasons.halt.forGood", cause));
  }
}
