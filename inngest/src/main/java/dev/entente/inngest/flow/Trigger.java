package dev.entente.inngest.flow;

import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/// What starts a function. Immutable.
public sealed interface Trigger {
  /// Longest name of an event that starts a function, and longest cron expression, in characters.
  int LONGEST = 255;

  /// Every event of a name.
  ///
  /// @throws IllegalArgumentException if the name is blank or longer than 255 characters
  static OnEvent event(String name) {
    return new OnEvent(name, Optional.empty());
  }

  /// A schedule in UTC.
  ///
  /// @param expression five fields: minute, hour, day of month, month, day of week
  /// @throws IllegalArgumentException that names the field that is wrong
  static Cron cron(String expression) {
    return new Cron(expression, Optional.empty(), Optional.empty());
  }

  /// Every event of a name for which an expression holds.
  ///
  /// @param expression in CEL, with the variable `event`
  record OnEvent(String name, Optional<String> expression) implements Trigger {
    public OnEvent {
      Checks.text("the name of an event", name, LONGEST);
      Checks.expression("the expression of a trigger", expression);
    }

    /// The same for some events only.
    ///
    /// @param condition in CEL, such as `event.data.total > 100`
    public OnEvent when(String condition) {
      return new OnEvent(name, Optional.of(condition));
    }
  }

  /// A schedule.
  ///
  /// @param zone in which it is read; empty means UTC
  /// @param jitter how much later than scheduled it may start, from 1 second to 5 minutes
  record Cron(String expression, Optional<ZoneId> zone, Optional<Duration> jitter)
      implements Trigger {
    private static final Duration SHORTEST_JITTER = Duration.ofSeconds(1);
    private static final Duration LONGEST_JITTER = Duration.ofMinutes(5);

    public Cron {
      CronFields.check(expression);
      jitter.ifPresent(
          late -> Checks.between(SHORTEST_JITTER, LONGEST_JITTER, "the jitter of a cron", late));
      zone.ifPresent(Cron::requireRegion);
      Checks.text("a cron expression", withZone(expression, zone), LONGEST);
    }

    // What the server reads knows names, and no offsets.
    private static void requireRegion(ZoneId zone) {
      if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone.getId())) {
        throw new IllegalArgumentException(
            "the zone of a cron is a region such as Europe/Paris, got: " + zone);
      }
    }

    /// The same, read in a time zone.
    ///
    /// @param place a region such as `Europe/Paris`, no offset
    /// @throws IllegalArgumentException if it is an offset
    public Cron in(ZoneId place) {
      return new Cron(expression, Optional.of(place), jitter);
    }

    /// The same, started up to so much later, so that not all start at once.
    ///
    /// @param most from 1 second to 5 minutes
    public Cron withJitter(Duration most) {
      return new Cron(expression, zone, Optional.of(most));
    }

    /// As the server reads it: the zone, then the fields.
    public String text() {
      return withZone(expression, zone);
    }

    private static String withZone(String expression, Optional<ZoneId> zone) {
      return zone.map(place -> "TZ=" + place.getId() + " ").orElse("") + expression;
    }
  }
}
