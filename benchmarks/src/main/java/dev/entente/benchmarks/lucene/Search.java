package dev.entente.benchmarks.lucene;

import dev.entente.benchmarks.columns.PostingColumns;
import dev.entente.benchmarks.peers.Place;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;

/// The search for one posting. Not thread-safe.
final class Search {
  /* Windows are visited in the order of the index, the best static scores first. The total of the
   * weakest place says how many skills must match at least (min-should-match) for a candidate of a
   * window to be of use. None would do: the window is left out, and if that holds for all that
   * follow, the search ends. Else the bits of the skills are added up, 64 documents at a time, in
   * planes of a binary number. The first windows are looked through from many matches to few, so
   * that the total of the weakest place rises early. */
  private static final int PLANES = 9;
  private static final int SORTED_WINDOWS = 2;

  private final LeafReader reader;
  private final Windows windows;
  private final int required;
  private final int level;
  private final int[] allowed;
  private final Score score;
  private final List<SkillBits> skills;
  private final BestPlaces best = new BestPlaces();
  private final long[][] planes = new long[PLANES][Windows.SIZE / Long.SIZE];
  private BinaryDocValues numbers;
  private BinaryDocValues tokens;

  Search(LeafReader reader, Windows windows, PostingColumns posting) throws IOException {
    this.reader = reader;
    this.windows = windows;
    required = posting.required().length;
    level = Bound.ASKED_MONTHS.indexOf(posting.askedMonths());
    allowed = Bound.allowed(posting);
    score = new Score(posting, allowed);
    skills = SkillBits.of(reader, posting);
    numbers = reader.getBinaryDocValues(Fields.NUMBERS);
    tokens = reader.getBinaryDocValues(Fields.TOKENS);
  }

  List<Place> places() throws IOException {
    for (int window = 0; window < windows.count(); window++) {
      if (leastMatched(windows.highestFromHere(level, window)) > required) {
        break;
      }
      int least = leastMatched(windows.highest(level, window));
      if (least <= required) {
        search(window, least);
      }
    }
    return best.places();
  }

  private int leastMatched(int brought) {
    int matched = 1;
    while (matched <= required && brought + allowed[matched] < best.least()) {
      matched++;
    }
    return matched;
  }

  private void search(int window, int least) throws IOException {
    int used = count(window);
    if (window < SORTED_WINDOWS) {
      for (int matched = required;
          matched >= leastMatched(windows.highest(level, window));
          matched--) {
        lookAt(window, used, matched, matched);
        numbers = reader.getBinaryDocValues(Fields.NUMBERS);
        tokens = reader.getBinaryDocValues(Fields.TOKENS);
      }
    } else {
      lookAt(window, used, least, required);
    }
  }

  /// Adds up the skills' bits.
  ///
  /// @return how many planes the counts take
  private int count(int window) throws IOException {
    int used = 0;
    for (int skill = 0; skill < required; skill++) {
      long[] bits = skills.get(skill).in(window);
      used = Integer.SIZE - Integer.numberOfLeadingZeros(skill + 1);
      if (Integer.bitCount(skill + 1) == 1) {
        Arrays.fill(planes[used - 1], 0);
      }
      for (int word = 0; word < bits.length; word++) {
        long carry = bits[word];
        for (int plane = 0; carry != 0; plane++) {
          long sum = planes[plane][word];
          planes[plane][word] = sum ^ carry;
          carry &= sum;
        }
      }
    }
    return used;
  }

  private void lookAt(int window, int used, int least, int most) throws IOException {
    for (int word = 0; word < planes[0].length; word++) {
      long any = 0;
      for (int plane = 0; plane < used; plane++) {
        any |= planes[plane][word];
      }
      for (long rest = any; rest != 0; rest &= rest - 1) {
        int bit = Long.numberOfTrailingZeros(rest);
        int matched = 0;
        for (int plane = 0; plane < used; plane++) {
          matched |= (int) (planes[plane][word] >>> bit & 1) << plane;
        }
        if (matched >= least && matched <= most) {
          lookAt(window * Windows.SIZE + word * Long.SIZE + bit, matched);
        }
      }
    }
  }

  private void lookAt(int document, int matched) throws IOException {
    numbers.advanceExact(document);
    long known = score.known(numbers.binaryValue(), matched, best.least());
    if (known >= 0 && known + Score.mostOfRelevance() >= best.least()) {
      tokens.advanceExact(document);
      best.offer(score.number(), known + score.ofRelevance(tokens.binaryValue()));
    }
  }
}
