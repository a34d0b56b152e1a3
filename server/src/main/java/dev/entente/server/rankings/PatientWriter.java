package dev.entente.server.rankings;

import dev.entente.server.background.Patience;
import dev.entente.server.background.Transient;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.runs.RunEndedException;
import java.util.List;
import org.springframework.stereotype.Component;

/// Writes lists with patience: writing twice changes nothing.
@Component
public class PatientWriter {
  private final MatchingWriter writer;
  private final Patience patience = new Patience();

  PatientWriter(MatchingWriter writer) {
    this.writer = writer;
  }

  /// Writes the lists of postings together; where that fails, each for itself.
  ///
  /// @throws RunEndedException if it is for a run that does not go on
  /// @throws RuntimeException if patience is over or the thread was interrupted: none of them would
  ///   fare better alone
  public MatchingWriter.Written write(List<String> postingIds, MatchingWriter.Ranker ranker) {
    try {
      return patience.get(() -> writer.write(postingIds, ranker));
    } catch (RuntimeException e) {
      if (e instanceof RunEndedException
          || Transient.is(e)
          || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      if (postingIds.size() == 1) {
        return MatchingWriter.Written.failed(postingIds.getFirst(), e);
      }
    }
    return postingIds.stream()
        .map(id -> write(List.of(id), ranker))
        .reduce(MatchingWriter.Written.NOTHING, MatchingWriter.Written::plus);
  }
}
