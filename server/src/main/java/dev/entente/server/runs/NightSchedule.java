package dev.entente.server.runs;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.function.Function;

/// When the night's run begins by itself. Immutable.
///
/// @param hour `0..23`, in the zone; empty if none begins by itself
/// @param zone a region such as `Europe/Paris`, or UTC
public record NightSchedule(Optional<Integer> hour, ZoneId zone) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  /// Midnight UTC.
  public static final NightSchedule USUAL = new NightSchedule(Optional.of(0), UTC);

  /// No night.
  public static final NightSchedule NONE = new NightSchedule(Optional.empty(), UTC);

  private static final String HOUR = "ENTENTE_NIGHT_HOUR";
  private static final String ZONE = "ENTENTE_NIGHT_ZONE";
  private static final String NEVER = "none";
  private static final int HOURS = 24;

  /// Reads what is set.
  ///
  /// @param variable gives what a variable holds, if it is set
  /// @throws IllegalArgumentException that names the variable that is wrong
  public static NightSchedule of(Function<String, Optional<String>> variable) {
    Optional<Integer> hour = variable.apply(HOUR).map(NightSchedule::hour).orElse(USUAL.hour());
    return new NightSchedule(
        hour, variable.apply(ZONE).map(NightSchedule::zone).orElse(USUAL.zone()));
  }

  private static Optional<Integer> hour(String text) {
    if (text.equals(NEVER)) {
      return Optional.empty();
    }
    if (!text.matches("\\d{1,2}") || Integer.parseInt(text) >= HOURS) {
      throw new IllegalArgumentException(
          "%s is an hour from 0 to 23, or %s for no night, got: %s".formatted(HOUR, NEVER, text));
    }
    return Optional.of(Integer.valueOf(text));
  }

  // Offsets are no zones for an Inngest server.
  private static ZoneId zone(String text) {
    if (!ZoneRulesProvider.getAvailableZoneIds().contains(text)) {
      throw new IllegalArgumentException(
          "%s is a time zone such as Europe/Paris or UTC, got: %s".formatted(ZONE, text));
    }
    return ZoneId.of(text);
  }

  /// Tells whether the hour is one of UTC.
  public boolean isInUtc() {
    return zone.equals(UTC);
  }
}
