package dev.entente.benchmarks.lucene;

import dev.entente.benchmarks.columns.Run;
import dev.entente.benchmarks.peers.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.util.LongHeap;

/// The best places while candidates come by, in any order. Not thread-safe.
final class BestPlaces {
  private static final int NUMBER_BITS = 31;

  // The weakest on top; a smaller number is the larger key.
  private final LongHeap keys = new LongHeap(Run.TOP);

  /// The total that a candidate must reach to have a chance; equal ones may, by their number.
  long least() {
    return keys.size() < Run.TOP ? 0 : keys.top() >> NUMBER_BITS;
  }

  void offer(int number, long total) {
    keys.insertWithOverflow((total << NUMBER_BITS) | (Integer.MAX_VALUE - number));
  }

  /// Best first.
  List<Place> places() {
    List<Place> places = new ArrayList<>(keys.size());
    while (keys.size() > 0) {
      long key = keys.pop();
      int number = Integer.MAX_VALUE - (int) (key & Integer.MAX_VALUE);
      places.add(new Place(number, key >> NUMBER_BITS));
    }
    Collections.reverse(places);
    return places;
  }
}
