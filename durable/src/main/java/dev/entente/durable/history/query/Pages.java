package dev.entente.durable.history.query;

/// How much is listed at once.
final class Pages {
  private static final int MOST = 1_000;

  private Pages() {}

  static void check(int most) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("a page has 1 to 1,000 rows, got: " + most);
    }
  }
}
