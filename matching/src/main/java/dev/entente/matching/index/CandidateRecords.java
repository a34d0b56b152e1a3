package dev.entente.matching.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Records of candidates, one behind the other, numbered from 0. Immutable, shared by threads.
public final class CandidateRecords {
  /* Chunks, because a million records are more than an array should hold, and because several threads
   * can fill their own. A place is a chunk and an offset within it. A record begins with the length of
   * the id and the id, which is ASCII. */
  private static final int CHUNK_BITS = 22;
  // With the header of an array in it: G1 gives large arrays whole regions, whose sizes are powers
  // of two, and a few bytes more would take another one.
  private static final int CHUNK = (1 << CHUNK_BITS) - 32;
  private static final int OFFSET_MASK = (1 << CHUNK_BITS) - 1;
  private static final int PARTS = 4;
  // Records that are fetched side by side before they are copied.
  private static final int NEAR = 32;
  // A cache line, and how many of them are near once a record was touched: few records are longer.
  private static final int LINE = 64;
  private static final int LINES = 4;

  private final byte[][] chunks;
  private final long[] places;

  private CandidateRecords(byte[][] chunks, long[] places) {
    this.chunks = chunks;
    this.places = places;
  }

  /// Records while they are gathered by one thread.
  public static final class Builder {
    private static final int FIRST_SIZE = 1_024;
    private static final int FIRST_CHUNK = 1 << 14;

    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int used;
    private long[] places = new long[FIRST_SIZE];
    private int size;

    @SuppressWarnings("UnusedVariable") // written so that no compiler leaves the touching out
    private int touched;

    /// Starts without any record.
    public Builder() {}

    /// Adds a candidate.
    ///
    /// @param id of the form that candidate ids have, not added before
    /// @param record as [RecordFormat] writes it; copied
    public void add(String id, byte[] record) {
      // The length of an id fits one byte of a record's numbers, or two.
      byte[] name = id.getBytes(StandardCharsets.US_ASCII);
      boolean isLong = name.length > Byte.MAX_VALUE;
      int length = (isLong ? 2 : 1) + name.length + record.length;
      place(length);
      if (isLong) {
        put((byte) (name.length | 0x80));
        put((byte) (name.length >>> 7));
      } else {
        put((byte) name.length);
      }
      put(name);
      put(record);
    }

    private void add(CandidateRecords records, int number, RecordCursor cursor) {
      int start = start(records.places[number]);
      int length = records.end(number, cursor) - start;
      place(length);
      System.arraycopy(records.chunk(records.places[number]), start, chunk, used, length);
      used += length;
    }

    private void place(int length) {
      if (used + length > chunk.length) {
        int larger = Math.min(CHUNK, Math.max(FIRST_CHUNK, 2 * chunk.length));
        chunk = new byte[Math.max(larger, length)];
        chunks.add(chunk);
        used = 0;
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
      }
      places[size] = ((long) (chunks.size() - 1) << CHUNK_BITS) | used;
      size++;
    }

    private void put(byte one) {
      chunk[used] = one;
      used++;
    }

    private void put(byte[] some) {
      System.arraycopy(some, 0, chunk, used, some.length);
      used += some.length;
    }
  }

  /// All records of some builders, which are not used any more.
  public static CandidateRecords of(List<Builder> builders) {
    var chunks = new ArrayList<byte[]>();
    long[] places = new long[builders.stream().mapToInt(one -> one.size).sum()];
    int filled = 0;
    for (Builder builder : builders) {
      long before = (long) chunks.size() << CHUNK_BITS;
      for (int i = 0; i < builder.size; i++) {
        places[filled] = before + builder.places[i];
        filled++;
      }
      chunks.addAll(builder.chunks);
    }
    return new CandidateRecords(chunks.toArray(byte[][]::new), places);
  }

  /// These records without those who are gone, and with those that are new.
  CandidateRecords with(Changes changes) {
    var builder = new Builder();
    var cursor = new RecordCursor();
    for (int number = 0; number < places.length; number++) {
      if (!changes.isGone(number)) {
        builder.add(this, number, cursor);
      }
    }
    changes.newer().forEach(builder::add);
    return of(List.of(builder));
  }

  /// The same records in another order.
  CandidateRecords inOrder(int[] order) {
    return of(AllProcessors.map(PARTS, part -> part(order, part)));
  }

  private Builder part(int[] order, int part) {
    var builder = new Builder();
    var cursor = new RecordCursor();
    int end = (int) ((long) order.length * (part + 1) / PARTS);
    for (int i = (int) ((long) order.length * part / PARTS); i < end; i += NEAR) {
      int next = Math.min(end, i + NEAR);
      builder.touched += touch(order, i, next);
      for (int near = i; near < next; near++) {
        builder.add(this, order[near], cursor);
      }
    }
    return builder;
  }

  private int touch(int[] order, int from, int to) {
    int touched = 0;
    for (int i = from; i < to; i++) {
      touched += touch(order[i]);
    }
    return touched;
  }

  /// How many records there are.
  public int size() {
    return places.length;
  }

  /// Moves a cursor to a record.
  void read(int number, RecordCursor cursor) {
    cursor.at(chunk(places[number]), start(places[number]));
  }

  /// Reads a little of each line of a record, so that it is near when it is read.
  int touch(int number) {
    byte[] chunk = chunk(places[number]);
    int start = start(places[number]);
    int sum = 0;
    for (int line = 0; line < LINES; line++) {
      sum += chunk[Math.min(start + line * LINE, chunk.length - 1)];
    }
    return sum;
  }

  // Behind a record: where the next one begins, or in another chunk what the record itself tells.
  private int end(int number, RecordCursor cursor) {
    long place = places[number];
    if (number + 1 < places.length && places[number + 1] >>> CHUNK_BITS == place >>> CHUNK_BITS) {
      return start(places[number + 1]);
    }
    read(number, cursor);
    return cursor.end();
  }

  private byte[] chunk(long place) {
    return chunks[(int) (place >>> CHUNK_BITS)];
  }

  private static int start(long place) {
    return (int) place & OFFSET_MASK;
  }

  /// The id of a candidate.
  String id(int number) {
    byte[] chunk = chunk(places[number]);
    int start = start(places[number]);
    int length = chunk[start];
    if (length < 0) {
      length = (length & 0x7F) | (chunk[start + 1] << 7);
      start++;
    }
    return new String(chunk, start + 1, length, StandardCharsets.US_ASCII);
  }
}
