package dev.entente.server.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/// The installation that this process is, as it was started. Shared by threads.
public interface Installation {
  /// Makes all checks, with the settings that this process was started with; takes seconds.
  ///
  /// @param language of the findings, French or English; in them is no secret
  /// @throws InterruptedException if nobody waits for them any more
  Diagnosis examine(Locale language) throws InterruptedException;

  /// What was started.
  Started started();

  /// What was started, and when. Immutable.
  ///
  /// @param version of the product
  /// @param at when it began to start
  /// @param dataFolder absolute
  /// @param url where it answers on this machine
  record Started(String version, Instant at, Path dataFolder, URI url) {}
}
