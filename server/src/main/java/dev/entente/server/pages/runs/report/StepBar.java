package dev.entente.server.pages.runs.report;

import java.time.Instant;

/// A part of a row of the timeline.
///
/// @param kind for styles: `wait`, `done`, `failed` or `going`
/// @param x where it begins, in per cent of the width
/// @param width likewise
record StepBar(String kind, String x, String width) {
  private static final double THINNEST = 0.4;

  /// A bar that can be seen, however short it took.
  static StepBar of(String kind, Instant from, Instant to, Span span) {
    double begin = span.at(from);
    double width = Math.max(THINNEST, span.at(to) - begin);
    return new StepBar(
        kind, Span.percent(Math.min(begin, span.at(span.end()) - THINNEST)), Span.percent(width));
  }

  public boolean isFailed() {
    return kind.equals("failed");
  }
}
