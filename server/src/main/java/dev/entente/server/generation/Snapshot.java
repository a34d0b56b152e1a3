package dev.entente.server.generation;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.ranking.RankingBatch;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.candidates.CandidateReading.StoredCandidate;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.matchings.RankedPosting;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.GenerationRun.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// What is stored at one instant, ranked in one reading of all candidates. Lives in one transaction
/// and one thread.
final class Snapshot {
  private static final DocumentForm<Candidate> FORM = DocumentForm.storedCandidate();
  private static final long NANOS = 1_000_000;

  /// Which postings to rank, and how.
  ///
  /// @param conditions made from the results of all candidates
  /// @param places most matchings of a posting
  record Order(
      List<StoredPosting> postings,
      Function<CalibrationTally, RunConditions> conditions,
      int places) {}

  private final long position;
  private final CandidateReading candidates;
  private final Map<String, Integer> rejected;
  private final LongSupplier nanoTime;
  private final List<Failure> failures = Collections.synchronizedList(new ArrayList<>());
  private int read;
  private long rankNanos;

  /// @param position of this instant
  /// @param writer of the lists, which knows who was rejected
  Snapshot(
      long position, CandidateReading candidates, MatchingWriter writer, LongSupplier nanoTime) {
    this.position = position;
    this.candidates = candidates;
    rejected = writer.countRejected();
    this.nanoTime = nanoTime;
  }

  RankingPass rank(Order order) {
    long start = nanoTime.getAsLong();
    var tally = new CalibrationTally();
    tally.add(candidates.sums());
    RunConditions conditions = order.conditions().apply(tally);
    List<PostingRanker> rankers =
        order.postings().stream()
            .flatMap(posting -> prepared(posting, conditions, order.places()).stream())
            .toList();
    RankingBatch<StoredCandidate> batch = offerAll(rankers);
    List<RankedPosting> ranked =
        rankers.stream().flatMap(one -> result(one, batch, conditions).stream()).toList();
    return new RankingPass(
        conditions,
        ranked,
        List.copyOf(failures),
        read,
        (nanoTime.getAsLong() - start - rankNanos) / NANOS,
        rankNanos / NANOS);
  }

  private Optional<PostingRanker> prepared(
      StoredPosting posting, RunConditions conditions, int places) {
    try {
      int all = places + rejected.getOrDefault(posting.id(), 0);
      return Optional.of(PostingRanker.of(posting, conditions, all));
    } catch (RuntimeException e) {
      failures.add(Failure.posting(posting.id(), FailureReason.of(e)));
      return Optional.empty();
    }
  }

  private RankingBatch<StoredCandidate> offerAll(List<PostingRanker> rankers) {
    var batch =
        new RankingBatch<>(rankers.stream().map(PostingRanker::ranker).toList(), this::facts);
    candidates.forEach(
        candidate -> {
          read++;
          timed(() -> batch.add(candidate));
        });
    timed(batch::rank);
    return batch;
  }

  private void timed(Runnable ranking) {
    long start = nanoTime.getAsLong();
    ranking.run();
    rankNanos += nanoTime.getAsLong() - start;
  }

  private Optional<CandidateFacts> facts(StoredCandidate stored) {
    try {
      return switch (FORM.reread(stored.document())) {
        case Checked.Valid<Candidate>(var candidate) -> Optional.of(CandidateFacts.of(candidate));
        case Checked.Invalid<Candidate>(var problems) -> {
          String problem = problems.getFirst().text(Locale.ENGLISH);
          failures.add(
              Failure.candidate(
                  stored.id(),
                  FailureReason.of(
                      new PostingRanker.UnreadableDocumentException(
                          problems.getFirst().place() + ": " + problem))));
          yield Optional.empty();
        }
      };
    } catch (RuntimeException e) {
      failures.add(Failure.candidate(stored.id(), FailureReason.of(e)));
      return Optional.empty();
    }
  }

  private Optional<RankedPosting> result(
      PostingRanker one, RankingBatch<StoredCandidate> batch, RunConditions conditions) {
    Optional<RuntimeException> failure = batch.failure(one.ranker());
    failure.ifPresent(e -> failures.add(Failure.posting(one.posting().id(), FailureReason.of(e))));
    return failure.isPresent()
        ? Optional.empty()
        : Optional.of(
            new RankedPosting(
                one.ranker().ranking(), one.posting().revision(), position, conditions));
  }
}
