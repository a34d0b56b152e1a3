package dev.entente.durable.jdbc;

/// How much is listed at once.
public final class Pages {
  private static final int MOST = 1_000;

  private Pages() {}

  /// Checks how much is wanted.
  ///
  /// @throws IllegalArgumentException if it is not in `1..1_000`
  public static void check(int most) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("a page has 1 to 1,000 rows, got: " + most);
    }
  }
}
