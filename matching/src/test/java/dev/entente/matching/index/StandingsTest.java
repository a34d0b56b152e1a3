package dev.entente.matching.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.matching.criteria.Standing;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.Traits;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingsTest {
  @Test
  void secondMarkedStandingIsRefusedByName() {
    List<Standing> two = List.of(new Whole(1), Standing.NONE, new Whole(2));

    assertThatThrownBy(() -> new Standings(two))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("skills and experience are marked");
  }

  @Test
  void markIsThatOfTheMarkedStanding() {
    var standings = new Standings(List.of(Standing.NONE, new Whole(5)));
    var row = new RowTraits(new char[standings.columns()], standings).at(0);

    assertThat(standings.marked()).isEqualTo(1);
    assertThat(standings.mark(row, false)).isEqualTo(5);
    assertThat(standings.mark(row, true)).isEqualTo(6);
  }

  @Test
  void rowIsUnmarkedWhereNoStandingIs() {
    var standings = new Standings(List.of(Standing.NONE));
    var row = new RowTraits(new char[standings.columns()], standings).at(0);

    assertThat(standings.marked()).isEqualTo(Standings.UNMARKED);
    assertThat(standings.mark(row, false)).isZero();
  }

  /// Everybody's standing, with one mark for more domains and the next one for one.
  private record Whole(int markOfMore) implements Standing.Marked {
    @Override
    public int traits() {
      return 0;
    }

    @Override
    public void measure(CandidateNumbers candidate, NumberReader section, Domains domains) {}

    @Override
    public int highest(Traits traits) {
      return most();
    }

    @Override
    public int most() {
      return 10_000;
    }

    @Override
    public int mark(Traits traits) {
      return markOfMore;
    }

    @Override
    public int markAlone(Traits traits) {
      return markOfMore + 1;
    }
  }
}
