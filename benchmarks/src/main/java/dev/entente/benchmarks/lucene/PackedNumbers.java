package dev.entente.benchmarks.lucene;

import dev.entente.benchmarks.columns.CandidateColumns;
import dev.entente.benchmarks.columns.DomainEvidence;
import dev.entente.benchmarks.columns.HighestScores;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/// Writes what a document keeps of a candidate, as numbers of variable length: seven bits a byte,
/// lowest first, the highest bit tells that more follow. Not thread-safe.
final class PackedNumbers {
  private byte[] bytes = new byte[512];
  private int length;

  /// All numbers that scoring needs, in the order in which [CandidateCursor] reads them.
  static BytesRef numbers(CandidateColumns candidate, HighestScores highest) {
    var packed = new PackedNumbers();
    packed.add(candidate.number());
    packed.add(highest.months());
    packed.add(highest.feedback());
    packed.add(highest.training());
    packed.add(highest.progression());
    packed.add(highest.badges());
    packed.add(candidate.portfolioQuality());
    packed.add(candidate.shownSkills());
    packed.add(candidate.domains());
    packed.addAscending(candidate.skills());
    packed.addAll(candidate.evidence());
    return packed.bytes();
  }

  /// A count, then the differences of ascending numbers.
  static BytesRef ascending(int[] numbers) {
    var packed = new PackedNumbers();
    packed.addAscending(numbers);
    return packed.bytes();
  }

  private void addAll(List<DomainEvidence> evidence) {
    add(evidence.size());
    for (DomainEvidence one : evidence) {
      add(one.domains());
      add(one.months());
      add(one.tests());
      add(one.testSum());
      add(one.quizzes());
      add(one.quizSum());
      add(one.series());
      add(one.seriesSum());
    }
  }

  private void addAscending(int[] numbers) {
    add(numbers.length);
    int last = 0;
    for (int number : numbers) {
      add(number - last);
      last = number;
    }
  }

  private void add(long number) {
    if (length + 10 > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private BytesRef bytes() {
    return new BytesRef(bytes, 0, length);
  }
}
