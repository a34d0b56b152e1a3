package dev.entente.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.ranking.Ranking;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRankingTest {
  private static final Instant AS_OF = Instant.parse("2026-11-23T00:00:00Z");
  private static final String NOBODY_CAN = "p-003";
  private static final List<String> FEW_CAN = List.of("p-033", "p-051");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 2026})
  void onePostingHasNobodyTwoHaveFewAndTheOthersMany(long seed) throws IOException {
    Map<String, Ranking> rankings = ReadPool.of(DemoPool.of(seed, AS_OF), AS_OF, folder).rankings();

    assertThat(rankings.get(NOBODY_CAN)).extracting(Ranking::eligible).isEqualTo(0);
    assertThat(FEW_CAN)
        .extracting(rankings::get)
        .allSatisfy(ranking -> assertThat(ranking.eligible()).isBetween(1, 20));
    assertThat(rankings.values()).filteredOn(ranking -> ranking.eligible() >= 25).hasSize(57);
    assertThat(rankings.values())
        .filteredOn(ranking -> ranking.eligible() >= 50)
        .hasSizeGreaterThan(33);
  }

  @Test
  void scoresOfARankingAreFarApart() throws IOException {
    Map<String, Ranking> rankings = ReadPool.of(DemoPool.of(2026, AS_OF), AS_OF, folder).rankings();

    assertThat(rankings.values())
        .filteredOn(ranking -> ranking.matchings().size() >= 25)
        .allSatisfy(
            ranking -> {
              int first = ranking.matchings().getFirst().matchScore();
              int last = ranking.matchings().getLast().matchScore();
              assertThat(first).isBetween(5_500, 9_500);
              assertThat(first - last).isGreaterThan(1_000);
            });
  }
}
