package dev.entente.server.rankings;

import dev.entente.server.background.LackOfRoom;
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
  /// @throws RuntimeException if patience is over, the thread was interrupted, or the database has
  ///   no room for any of them: none would fare better alone
  public MatchingWriter.Written write(List<String> postingIds, MatchingWriter.Ranker ranker) {
    try {
      return patience.get(() -> writer.write(postingIds, ranker));
    } catch (RuntimeException e) {
      requireLasting(e);
      MatchingWriter.Written written =
          postingIds.size() == 1
              ? MatchingWriter.Written.failed(postingIds.getFirst(), e)
              : writeEach(postingIds, ranker);
      if (hasNoRoomForAny(written)) {
        throw e;
      }
      return written;
    }
  }

  private static void requireLasting(RuntimeException failure) {
    if (failure instanceof RunEndedException
        || Transient.is(failure)
        || Thread.currentThread().isInterrupted()) {
      throw failure;
    }
  }

  private MatchingWriter.Written writeEach(List<String> postingIds, MatchingWriter.Ranker ranker) {
    return postingIds.stream()
        .map(id -> writeAlone(id, ranker))
        .reduce(MatchingWriter.Written.NOTHING, MatchingWriter.Written::plus);
  }

  private MatchingWriter.Written writeAlone(String posting, MatchingWriter.Ranker ranker) {
    try {
      return patience.get(() -> writer.write(List.of(posting), ranker));
    } catch (RuntimeException e) {
      requireLasting(e);
      return MatchingWriter.Written.failed(posting, e);
    }
  }

  private static boolean hasNoRoomForAny(MatchingWriter.Written written) {
    return written.lists() == 0
        && !written.failures().isEmpty()
        && written.failures().values().stream().allMatch(LackOfRoom::is);
  }
}
