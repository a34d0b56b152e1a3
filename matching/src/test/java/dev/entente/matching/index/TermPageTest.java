package dev.entente.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermPageTest {
  private static final long SEED = 20_261_129;
  private static final int TERMS = 9;

  private final Random random = new Random(SEED);
  private final TermGathering gathering = new TermGathering();

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 8_192, 8_193, 50_001, TermPage.SIZE})
  void setsHoldWhatWasGathered(int size) {
    gathered(TermPage.SIZE);

    BitSet[] expected = new BitSet[TERMS + 1];
    TermPage page = gathered(size, expected);

    for (int term = 0; term <= TERMS; term++) {
      long[] words = new long[TermPage.SIZE / Long.SIZE];
      page.of(term).setIn(words);
      assertThat(BitSet.valueOf(words)).as("term %d", term).isEqualTo(expected[term]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 8_192, 8_193, 50_001, TermPage.SIZE})
  void blocksHoldTheirPart(int size) {
    BitSet[] expected = new BitSet[TERMS + 1];
    TermPage page = gathered(size, expected);

    for (int term = 0; term <= TERMS; term++) {
      RankSet set = page.of(term);
      for (int block = 0; block * MatchCounter.RANKS < size; block += 1 + random.nextInt(2)) {
        assertPart(set, block, expected[term]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4_097, 50_001, TermPage.SIZE})
  void blocksComeInAnyOrder(int size) {
    BitSet[] expected = new BitSet[TERMS + 1];
    TermPage page = gathered(size, expected);

    for (int term = 0; term <= TERMS; term++) {
      RankSet set = page.of(term);
      for (int i = 0; i < 50; i++) {
        int block = random.nextInt(Math.ceilDiv(size, MatchCounter.RANKS));
        assertPart(set, block, expected[term]);
        assertPart(set, block, expected[term]);
      }
    }
  }

  private static void assertPart(RankSet set, int block, BitSet expected) {
    long[] words = new long[MatchCounter.WORDS];
    set.setIn(words, block);
    int first = block * MatchCounter.RANKS;
    assertThat(BitSet.valueOf(words))
        .as("block %d", block)
        .isEqualTo(expected.get(first, first + MatchCounter.RANKS));
  }

  private TermPage gathered(int size) {
    return gathered(size, new BitSet[TERMS + 1]);
  }

  // Each term is half as frequent as the one before; nobody has the last one.
  private TermPage gathered(int size, BitSet[] expected) {
    for (int term = 0; term <= TERMS; term++) {
      expected[term] = new BitSet();
    }
    for (int number = 0; number < size; number++) {
      for (int term = 0; term < TERMS; term++) {
        if (random.nextInt(1 << term) == 0) {
          gathering.add(number, term);
          expected[term].set(number);
        }
      }
    }
    return gathering.toPage(size);
  }
}
