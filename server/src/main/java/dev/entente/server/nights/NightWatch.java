package dev.entente.server.nights;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Looks at what became of the latest night. It asks no engine: one that is dead is why most nights
/// are missed.
@Component
public class NightWatch implements SmartInitializingSingleton {
  private final NightSettings settings;
  private final NightExpectation expectation;
  private final NightRuns runs;
  private final InstantSource clock;
  private volatile Nights nights;

  NightWatch(
      NightSettings settings, NightExpectation expectation, NightRuns runs, InstantSource clock) {
    this.settings = settings;
    this.expectation = expectation;
    this.runs = runs;
    this.clock = clock;
    nights = new Nights(settings, Instant.MAX, runs);
  }

  // Before anybody asks.
  @Override
  public void afterSingletonsInstantiated() {
    nights = new Nights(settings, expectation.note(settings, clock.instant()), runs);
  }

  /// What the ledger says now.
  public NightState look() {
    return nights.at(clock.instant());
  }

  /// The latest nights that have begun, the first one first.
  ///
  /// @param count how many, at least 1
  public List<PastNight> listPast(int count) {
    return nights.past(clock.instant(), count);
  }

  /// The zone of nights.
  public ZoneId zone() {
    return settings.zone();
  }

  /// The first of the postings that failed in a run, by id.
  ///
  /// @param limit most of them, at least 1
  public List<String> listFailedPostings(UUID run, int limit) {
    return runs.listFailedPostings(run, limit);
  }
}
