package dev.entente.durable.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// For how long items are put off whose function this instance does not call. Shared by threads.
///
/// Which items an instance picks cannot be said beforehand. So what another instance calls is put
/// off for a moment, in which that one has its chance; the longer, the more of them come, so that
/// they take little of this instance's time, and by chance, because instances that look at regular
/// times would otherwise meet it in the same order for ever. What nobody calls is put off for
/// longer and longer.
final class Absences {
  private static final System.Logger LOG = System.getLogger(Absences.class.getName());
  private static final Duration THERE = KnownFunctions.SEEN_EVERY.multipliedBy(3);
  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final Duration EACH_MORE = Duration.ofMillis(20);
  private static final Duration LONG_MOMENT = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int PART = 8; // of the absence, so that at most an eighth is waited in vain

  private final RandomGenerator random;
  private final Map<String, Second> seconds = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Absences(RandomGenerator random) {
    this.random = random;
  }

  /// How many items of a function were put off in a second.
  private record Second(Instant start, int count) {
    Second next(Instant now) {
      return start.equals(now) ? new Second(start, count + 1) : new Second(now, 0);
    }
  }

  /// How long an item is put off.
  ///
  /// @param seen when an instance that calls the function was last there; empty if none ever was
  Duration delay(String functionId, Optional<Instant> seen, Instant now) {
    Duration absent = seen.map(last -> Duration.between(last, now)).orElse(LONGEST);
    if (absent.compareTo(THERE) <= 0) {
      told.remove(functionId);
      return moment(functionId, now);
    }
    if (told.add(functionId)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "no instance is there that has the function, so its runs wait: start its app, or cancel them: function={0} seen={1}",
          functionId,
          seen.map(Instant::toString).orElse("never"));
    }
    return between(SHORTEST, absent.minus(THERE).dividedBy(PART), LONGEST);
  }

  private Duration moment(String functionId, Instant now) {
    Instant start = now.truncatedTo(ChronoUnit.SECONDS);
    Second second =
        seconds.merge(functionId, new Second(start, 0), (before, _) -> before.next(start));
    Duration most = MOMENT.multipliedBy(2).plus(EACH_MORE.multipliedBy(second.count()));
    long millis = random.nextLong(MOMENT.toMillis() / 2, most.toMillis() + 1);
    return between(Duration.ZERO, Duration.ofMillis(millis), LONG_MOMENT);
  }

  private static Duration between(Duration least, Duration duration, Duration most) {
    return duration.compareTo(least) < 0 ? least : duration.compareTo(most) > 0 ? most : duration;
  }
}
