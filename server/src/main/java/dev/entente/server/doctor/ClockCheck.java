package dev.entente.server.doctor;

import dev.entente.server.doctor.Witnesses.Witness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Compares the machine's clock with those that other checks have seen, so it comes after them.
final class ClockCheck implements Check {
  private static final Duration NOTICED = Duration.ofSeconds(5);
  private static final Duration HARMFUL = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final Witnesses witnesses;

  ClockCheck(InstantSource clock, Witnesses witnesses) {
    this.clock = clock;
    this.witnesses = witnesses;
  }

  @Override
  public String id() {
    return "clock";
  }

  @Override
  public void examine(Notes notes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<Witness> seen = witnesses.all();
    if (seen.isEmpty()) {
      notes.ok(id(), "clock.alone", now);
      return;
    }
    List<Witness> off = seen.stream().filter(ClockCheck::isOff).toList();
    if (off.isEmpty()) {
      String names =
          seen.stream().map(Witness::name).distinct().sorted().collect(Collectors.joining(", "));
      notes.ok(id(), "clock.right", now, names);
    } else {
      note(off.stream().max(Comparator.comparing(ClockCheck::distance)).orElseThrow(), notes);
    }
  }

  private static Duration distance(Witness witness) {
    return witness.deviation().abs();
  }

  private static boolean isOff(Witness witness) {
    return distance(witness).compareTo(NOTICED) > 0;
  }

  private void note(Witness witness, Notes notes) {
    String name = witness.deviation().isNegative() ? "clock.ahead" : "clock.behind";
    if (distance(witness).compareTo(HARMFUL) > 0) {
      notes.broken(id(), name, distance(witness).toSeconds(), witness.name());
    } else {
      notes.warn(id(), name, distance(witness).toSeconds(), witness.name());
    }
  }
}
