package dev.entente.server.generation;

import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.runs.RunEndedException;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/// Writes lists with patience: writing twice changes nothing.
@Component
class PatientWriter {
  private final MatchingWriter writer;
  private final Patience patience = new Patience();

  PatientWriter(MatchingWriter writer) {
    this.writer = writer;
  }

  /// Writes the lists of postings together; where that fails, each for itself.
  ///
  /// @param failed takes each posting whose list could not be written, and why
  /// @throws RunEndedException if it is for a run that does not go on
  MatchingWriter.Written write(
      List<String> postingIds,
      MatchingWriter.Ranker ranker,
      BiConsumer<String, RuntimeException> failed) {
    try {
      return patience.get(() -> writer.write(postingIds, ranker));
    } catch (RunEndedException e) {
      throw e;
    } catch (RuntimeException e) {
      if (postingIds.size() == 1) {
        failed.accept(postingIds.getFirst(), e);
        return new MatchingWriter.Written(0, 0);
      }
    }
    return postingIds.stream()
        .map(id -> write(List.of(id), ranker, failed))
        .reduce(new MatchingWriter.Written(0, 0), MatchingWriter.Written::plus);
  }
}
