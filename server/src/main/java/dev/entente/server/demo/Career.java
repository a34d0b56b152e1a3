package dev.entente.server.demo;

import dev.entente.server.demo.Persona.Practice;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The positions of one person, one after the other, all begun before the month of the run.
final class Career {
  private static final int SHORTEST = 5;
  private static final int LONGEST_START = 26;
  private static final int LONGEST_INTERNSHIP = 18;
  private static final int SENIOR = 2;

  private final Draw draw;
  private final Persona persona;

  // Months that this person takes for what others reach in a hundred.
  private final double pace;

  private final boolean leads;

  private Career(Draw draw, Persona persona) {
    this.draw = draw;
    this.persona = persona;
    pace = Math.max(60, draw.between(75, 150) - 8 * persona.ability());
    leads = draw.chance(45 + 15 * persona.ability());
  }

  /// One position; `to` is absent while it lasts.
  ///
  /// @param rank 0 to 3, never lower than in the position before in the same trade
  record Position(Practice practice, int rank, int months, YearMonth from, Optional<YearMonth> to) {
    /// Tells whether this lasted longer than an internship.
    boolean isLong() {
      return months > LONGEST_INTERNSHIP;
    }

    boolean isSenior() {
      return rank >= SENIOR;
    }
  }

  private record Span(int length, int pause) {}

  /// The positions of a person, oldest first; none of a newcomer.
  static List<Position> of(Persona persona, Draw draw, YearMonth asOf) {
    return new Career(draw, persona).positions(asOf);
  }

  private List<Position> positions(YearMonth asOf) {
    List<Span> spans = spans();
    int change = change(spans.size());
    YearMonth from = asOf.minusMonths(spans.stream().mapToInt(s -> s.length() + s.pause()).sum());
    int practised = 0;
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      practised = i == change ? practised * kept() / 100 : practised;
      YearMonth to = from.plusMonths(spans.get(i).length());
      positions.add(
          new Position(
              i < change ? persona.earlier().orElseThrow() : persona.main(),
              rank(practised + spans.get(i).length() / 2),
              spans.get(i).length(),
              from,
              Optional.of(to).filter(asOf::isAfter)));
      practised += spans.get(i).length();
      from = to.plusMonths(spans.get(i).pause());
    }
    return positions;
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int rest = persona.months();
    while (rest > 0) {
      int most = spans.isEmpty() ? LONGEST_START : 22 + persona.months() / 4;
      int drawn = draw.between(8, most);
      int length = rest - drawn < SHORTEST ? rest : drawn;
      rest -= length;
      spans.add(new Span(length, rest > 0 ? pause() : lastPause()));
    }
    return spans;
  }

  private int pause() {
    int lot = draw.between(1, 100);
    if (lot <= 55) {
      return 0;
    }
    if (lot <= 85) {
      return draw.between(1, 3);
    }
    return lot <= 97 ? draw.between(4, 8) : draw.between(12, 26);
  }

  private int lastPause() {
    return draw.chance(72) ? 0 : draw.between(1, 9);
  }

  /// The first position in the trade of today.
  private int change(int positions) {
    boolean hasEarlier = persona.earlier().isPresent() && positions > 1;
    return hasEarlier ? draw.between(1, positions - 1) : 0;
  }

  // Of an earlier trade in the same field something counts, of any other nothing.
  private int kept() {
    boolean isNear =
        persona.earlier().filter(p -> p.trade().isNear(persona.main().trade())).isPresent();
    return isNear ? 50 : 0;
  }

  private int rank(int practised) {
    double reached = practised * 100 / pace;
    if (reached < 14) {
      return 0;
    }
    if (reached < 58) {
      return 1;
    }
    return reached < 120 || !leads ? SENIOR : SENIOR + 1;
  }
}
