package dev.entente.benchmarks.lucene;

/// What one candidate at a time shows in the domains of one posting. Not thread-safe.
final class EvidenceSums {
  private final long domains;
  private int months;
  private int tests;
  private int testSum;
  private int quizzes;
  private int quizSum;
  private int series;
  private int seriesSum;

  EvidenceSums(long domains) {
    this.domains = domains;
  }

  /// Reads the candidate's evidence.
  void read(CandidateCursor cursor) {
    months = 0;
    tests = 0;
    testSum = 0;
    quizzes = 0;
    quizSum = 0;
    series = 0;
    seriesSum = 0;
    for (int rest = cursor.next(); rest > 0; rest--) {
      add(cursor, (cursor.nextLong() & domains) != 0 ? 1 : 0);
    }
  }

  private void add(CandidateCursor cursor, int counts) {
    months += counts * cursor.next();
    tests += counts * cursor.next();
    testSum += counts * cursor.next();
    quizzes += counts * cursor.next();
    quizSum += counts * cursor.next();
    series += counts * cursor.next();
    seriesSum += counts * cursor.next();
  }

  int months() {
    return months;
  }

  int feedback(int prior) {
    return Formulas.halfUp(testSum + 3 * prior, tests + 3);
  }

  int training(int prior) {
    int level = Formulas.halfUp(quizSum + 3 * prior, quizzes + 3);
    return Formulas.halfUp(8 * level + 1_000 * Math.min(quizzes, 20), 10);
  }

  int progression() {
    return series == 0 ? 5_000 : Formulas.halfUp(seriesSum, series);
  }
}
