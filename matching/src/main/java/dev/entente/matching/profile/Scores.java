package dev.entente.matching.profile;

final class Scores {
  private static final int HIGHEST = 10_000;

  private Scores() {}

  static void require(String kind, int score) {
    if (score < 0 || score > HIGHEST) {
      throw new IllegalArgumentException(
          kind + " must be in 0.." + HIGHEST + " hundredths of a point, got: " + score);
    }
  }
}
