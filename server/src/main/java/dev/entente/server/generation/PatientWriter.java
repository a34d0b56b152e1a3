package dev.entente.server.generation;

import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.matchings.RankedPosting;
import org.springframework.stereotype.Component;

/// Writes lists with patience: writing twice changes nothing.
@Component
class PatientWriter {
  private final MatchingWriter writer;
  private final Patience patience = new Patience();

  PatientWriter(MatchingWriter writer) {
    this.writer = writer;
  }

  /// Writes a list; a failure that does not pass is thrown as it came.
  MatchingWriter.Written write(RankedPosting ranked) {
    return patience.get(() -> writer.write(ranked));
  }
}
