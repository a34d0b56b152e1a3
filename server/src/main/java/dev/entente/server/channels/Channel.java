package dev.entente.server.channels;

import java.time.Instant;

/// A way to tell somebody. Shared by threads.
public interface Channel {
  /// Where an alert may go.
  enum Kind {
    WEBHOOK,
    MAIL
  }

  /// Which of them this is.
  Kind kind();

  /// Tells it; returns when it has arrived, as far as can be known.
  ///
  /// @param now the time of this attempt
  /// @throws UndeliveredException if it has not
  void send(Alert alert, Instant now) throws UndeliveredException;
}
