package dev.entente.benchmarks.measurement;

import java.util.List;
import java.util.Locale;

/// What one peer took with one number of candidates.
///
/// @param name the peer's
/// @param loadSeconds for taking all candidates in
/// @param bytesOfCandidate what it keeps for each; 0 if it cannot tell
/// @param cold the first pass after loading
/// @param warm the passes after that, at least one
record PeerTimes(
    String name, double loadSeconds, long bytesOfCandidate, Pass cold, List<Pass> warm) {
  /// Milliseconds a posting, of the warm pass in the middle.
  double median() {
    return sorted().get(warm.size() / 2);
  }

  private List<Double> sorted() {
    return warm.stream().map(Pass::millisOfPosting).sorted().toList();
  }

  /// The median with the fastest and the slowest pass.
  String warmRange() {
    return "%s (%s–%s)"
        .formatted(words(median()), words(sorted().getFirst()), words(sorted().getLast()));
  }

  String coldTime() {
    return words(cold.millisOfPosting());
  }

  /// How many postings the passes hold.
  String postings() {
    return "%d, %d"
        .formatted(cold.postings(), warm.stream().mapToInt(Pass::postings).min().orElse(0));
  }

  /// Milliseconds with three significant digits.
  static String words(double millis) {
    int decimals = millis < 1 ? 3 : millis < 10 ? 2 : millis < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", millis);
  }
}
