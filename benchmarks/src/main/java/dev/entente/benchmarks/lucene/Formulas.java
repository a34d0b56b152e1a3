package dev.entente.benchmarks.lucene;

/// Arithmetic that several scores share, on numbers that fit an `int`.
final class Formulas {
  private Formulas() {}

  static int halfUp(int dividend, int divisor) {
    return (2 * dividend + divisor) / (2 * divisor);
  }

  static int experienceMatch(int months, int asked) {
    return asked == 0 ? 10_000 : halfUp(10_000 * Math.min(months, asked), asked);
  }

  static int domains(int shared, int asked) {
    return halfUp(8_000 * shared, asked) + (shared == asked ? 2_000 : 0);
  }

  static int experience(int experienceMatch, int relevance, int quality) {
    return halfUp(experienceMatch + halfUp(6 * relevance + 4 * quality, 10), 2);
  }
}
