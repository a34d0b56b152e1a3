package dev.entente.matching.numbers;

import java.util.Arrays;
import java.util.function.Consumer;

/// Writes numbers one behind the other, small ones in one byte. Not thread-safe.
///
/// A number is written in groups of seven bits, the lowest first; all but the last have the eighth
/// bit set (LEB128).
public final class NumberWriter {
  private static final int FIRST_SIZE = 256;
  private static final int GROUP = 7;
  private static final int GROUP_MASK = 0x7F;
  private static final int MORE = 0x80;

  private final Terms terms;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  /// @param terms whose numbers are written
  public NumberWriter(Terms terms) {
    this.terms = terms;
  }

  /// Writes a number of at least 0.
  public void number(long number) {
    long rest = number;
    while ((rest & ~GROUP_MASK) != 0) {
      put((byte) ((rest & GROUP_MASK) | MORE));
      rest >>>= GROUP;
    }
    put((byte) rest);
  }

  /// Writes a number of either sign.
  public void signed(long number) {
    number((number << 1) ^ (number >> (Long.SIZE - 1)));
  }

  /// Writes numbers, and how many they are, by their differences.
  ///
  /// @param ascending sorted, at least 0
  public void ascending(int[] ascending) {
    number(ascending.length);
    int last = 0;
    for (int number : ascending) {
      number(number - last);
      last = number;
    }
  }

  /// The number of a term, to be written.
  ///
  /// @throws IllegalArgumentException if it has none
  public int numberOf(Terms.Kind kind, String term) {
    int number = terms.number(kind, term);
    if (number == Terms.UNKNOWN) {
      throw new IllegalArgumentException("a %s has no number".formatted(kind));
    }
    return number;
  }

  /// Writes some numbers behind the count of their bytes, so that a reader can pass over them.
  public void section(Consumer<NumberWriter> numbers) {
    var section = new NumberWriter(terms);
    numbers.accept(section);
    number(section.length);
    ensure(section.length);
    System.arraycopy(section.bytes, 0, bytes, length, section.length);
    length += section.length;
  }

  /// All that was written.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void put(byte one) {
    ensure(1);
    bytes[length] = one;
    length++;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
