package dev.entente.server.generation;

import dev.entente.server.matchings.MatchingWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/// Writes lists and tries again where that may help: a database that restarts is back within
/// seconds, and a deadlock is over when it is reported. Writing twice changes nothing.
@Component
class PatientWriter {
  private static final Duration FIRST_DELAY = Duration.ofMillis(50);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);
  private static final int RETRIES = 14; // about 20 seconds in all

  private final MatchingWriter writer;
  private final RetryTemplate retries;

  PatientWriter(MatchingWriter writer) {
    this.writer = writer;
    retries = new RetryTemplate(policy());
  }

  /// How often and how long to try what needs the database.
  static RetryPolicy policy() {
    return RetryPolicy.builder()
        .maxRetries(RETRIES)
        .delay(FIRST_DELAY)
        .multiplier(2)
        .maxDelay(LONGEST_DELAY)
        .predicate(Transient::is)
        .build();
  }

  /// Writes the lists of postings together; where that fails, each for itself.
  ///
  /// @param failed takes each posting whose list could not be written, and why
  MatchingWriter.Written write(
      List<String> postingIds,
      MatchingWriter.Ranker ranker,
      BiConsumer<String, RuntimeException> failed) {
    try {
      return write(postingIds, ranker);
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

  /// Writes the lists of postings together; a failure that does not pass is thrown as it came.
  MatchingWriter.Written write(List<String> postingIds, MatchingWriter.Ranker ranker) {
    try {
      return retries.execute(() -> writer.write(postingIds, ranker));
    } catch (RetryException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
