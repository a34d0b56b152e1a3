package dev.entente.server.nights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.runs.NightSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What became of nights, over weeks in which anything happens to them.
class NightsLawsTest {
  private static final NightSettings PARIS =
      new NightSettings(
          new NightSchedule(Optional.of(2), ZoneId.of("Europe/Paris")), Duration.ofHours(6));
  private static final Instant INSTALLED = Instant.parse("2026-10-10T11:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final int DAYS = 30;

  /// Runs by the instants at which they begin and end.
  private static final class Ledger implements NightLedger {
    private final List<NightRun> all = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    void add(Instant start, Instant end, boolean isCompleted, int failed) {
      all.add(
          new NightRun(
              UUID.randomUUID(),
              isCompleted,
              start,
              end,
              10,
              10 - failed,
              failed,
              0,
              isCompleted ? Optional.empty() : Optional.of("broken")));
    }

    @Override
    public Optional<NightRun> findLastEnded(Instant since) {
      return all.stream()
          .filter(run -> !run.finishedAt().isAfter(now) && !run.startedAt().isBefore(since))
          .max(Comparator.comparing(NightRun::startedAt));
    }

    @Override
    public List<NightRun> listEnded(Instant since) {
      return all.stream()
          .filter(run -> !run.finishedAt().isAfter(now) && !run.startedAt().isBefore(since))
          .sorted(Comparator.comparing(NightRun::startedAt))
          .toList();
    }

    @Override
    public boolean isRunning() {
      return all.stream()
          .anyMatch(run -> !run.startedAt().isAfter(now) && run.finishedAt().isAfter(now));
    }
  }

  private final Ledger ledger = new Ledger();
  private final Nights nights = new Nights(PARIS, INSTALLED, ledger);

  private NightStatus at(Instant now) {
    ledger.now = now;
    return nights.at(now).status();
  }

  static LongStream seeds() {
    return new Random(20_261_129).longs(20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsToldOfWeeksIsWhatHappened(long seed) {
    var random = new Random(seed);
    for (int day = 0; day < DAYS; day++) {
      Instant begin = PARIS.night(LocalDate.parse("2026-10-11").plusDays(day)).begin();
      for (int run = random.nextInt(3); run > 0; run--) {
        Instant start = begin.plusSeconds(random.nextInt(run == 1 ? 60 : 60_000));
        ledger.add(
            start,
            start.plusSeconds(1 + random.nextInt(10_000)),
            random.nextInt(4) > 0,
            random.nextInt(4) / 3);
      }
    }

    for (Instant now = INSTALLED;
        now.isBefore(INSTALLED.plus(Duration.ofDays(DAYS)));
        now = now.plus(STEP)) {
      assertThat(at(now)).as("seed %s, %s", seed, now).isEqualTo(told(now));
    }
  }

  /// The same, from all that has happened until then, in order.
  private NightStatus told(Instant now) {
    Optional<NightRun> last = ledger.findLastEnded(Instant.EPOCH);
    Optional<Instant> missed =
        LongStream.range(0, DAYS + 2)
            .mapToObj(day -> PARIS.night(LocalDate.parse("2026-10-11").plusDays(day)))
            .filter(night -> !night.deadline().isAfter(now))
            .map(Night::begin)
            .filter(begin -> last.isEmpty() || last.get().startedAt().isBefore(begin))
            .reduce((_, later) -> later);
    if (missed.isPresent()) {
      return NightStatus.MISSED;
    }
    boolean isRunning = ledger.isRunning();
    return last.map(run -> of(run, isRunning))
        .orElse(isRunning ? NightStatus.RUNNING : NightStatus.AWAITED);
  }

  private static NightStatus of(NightRun run, boolean isRunning) {
    if (run.error().isPresent()) {
      return NightStatus.FAILED;
    }
    if (run.failed() > 0) {
      return NightStatus.PARTIAL;
    }
    return isRunning ? NightStatus.RUNNING : NightStatus.FINE;
  }

  @Test
  void pastNightsAreToldByTheirLastRunsAndWhoeverMissedTheirs() {
    ledger.add(night("2026-10-12"), night("2026-10-12").plusSeconds(9), false, 0);
    ledger.add(night("2026-10-12").plusSeconds(60), night("2026-10-12").plusSeconds(99), true, 1);
    ledger.add(night("2026-10-13"), night("2026-10-13").plusSeconds(9), true, 0);
    ledger.add(night("2026-10-15"), night("2026-10-15").plusSeconds(9), false, 0);
    ledger.now = Instant.parse("2026-10-16T01:00:00Z");

    List<PastNight> past = nights.past(ledger.now, 8);

    assertThat(past.getLast().night().date()).isEqualTo("2026-10-16");
    assertThat(past)
        .map(PastNight::outcome)
        .containsExactly(
            PastNight.Outcome.NONE,
            PastNight.Outcome.NONE,
            PastNight.Outcome.MISSED,
            PastNight.Outcome.PARTIAL,
            PastNight.Outcome.FINE,
            PastNight.Outcome.MISSED,
            PastNight.Outcome.FAILED,
            PastNight.Outcome.NONE);
  }

  private static Instant night(String date) {
    return PARIS.night(LocalDate.parse(date)).begin();
  }

  @Test
  void freshInstallationIsNotRedBeforeItsFirstNightIsDue() {
    assertThat(at(INSTALLED)).isEqualTo(NightStatus.AWAITED);
    assertThat(at(Instant.parse("2026-10-11T05:59:59Z"))).isEqualTo(NightStatus.AWAITED);
    assertThat(at(Instant.parse("2026-10-11T06:00:00Z"))).isEqualTo(NightStatus.MISSED);
  }

  @Test
  void whereNoNightBeginsOnlyAFailedRunIsBad() {
    var none = new Nights(NightSettings.NONE, INSTALLED, ledger);
    ledger.now = INSTALLED.plus(Duration.ofDays(3));
    assertThat(none.at(ledger.now).status()).isEqualTo(NightStatus.OFF);

    ledger.add(INSTALLED, INSTALLED.plusSeconds(60), false, 0);

    assertThat(none.at(ledger.now).status()).isEqualTo(NightStatus.FAILED);
  }

  @Test
  void runThatSomebodyStartsInTheMorningCompletesAMissedNight() {
    Instant morning = Instant.parse("2026-10-11T08:00:00Z");
    ledger.add(morning, morning.plusSeconds(60), true, 0);

    assertThat(at(morning)).isEqualTo(NightStatus.MISSED);
    assertThat(at(morning.plusSeconds(59))).isEqualTo(NightStatus.MISSED);
    assertThat(at(morning.plusSeconds(60))).isEqualTo(NightStatus.FINE);
    assertThat(nights.at(morning.plusSeconds(60)).night().date())
        .isEqualTo(LocalDate.parse("2026-10-11"));
  }

  @Test
  void runFromTheEveningBeforeCompletesNoNight() {
    Instant evening = Instant.parse("2026-10-10T23:59:59Z"); // a second before 02:00 in Paris
    ledger.add(evening, evening.plusSeconds(60), true, 0);

    assertThat(at(Instant.parse("2026-10-11T06:00:00Z"))).isEqualTo(NightStatus.MISSED);
  }

  @Test
  void failedNightIsToldAtOnceAndUntilALaterOneIsCompleted() {
    Instant begin = Instant.parse("2026-10-11T00:00:00Z");
    ledger.add(begin, begin.plusSeconds(60), false, 0);
    ledger.add(begin.plusSeconds(120), begin.plusSeconds(180), true, 0);

    assertThat(at(begin.plusSeconds(60))).isEqualTo(NightStatus.FAILED);
    assertThat(at(begin.plusSeconds(179))).isEqualTo(NightStatus.FAILED);
    assertThat(at(begin.plusSeconds(180))).isEqualTo(NightStatus.FINE);
  }
}
