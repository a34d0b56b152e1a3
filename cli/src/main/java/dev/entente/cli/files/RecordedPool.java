package dev.entente.cli.files;

import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.ResultSums;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.index.CandidateIndex;
import dev.entente.matching.index.CandidateRecords;
import dev.entente.matching.index.PreparedPosting;
import dev.entente.matching.index.RecordFormat;
import dev.entente.matching.numbers.GrowingTerms;
import dev.entente.matching.numbers.Terms;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.Ranking;
import java.time.Instant;
import java.util.List;

/// All candidates of a file as records, to be ranked when the last was read.
final class RecordedPool {
  private final Terms terms = new GrowingTerms();
  private final CandidateRecords.Builder records = new CandidateRecords.Builder();
  private final CalibrationTally tally = new CalibrationTally();

  /// What is kept of a candidate.
  static final class Recorded {
    private final String id;
    private final byte[] record;
    private final ResultSums sums;

    private Recorded(Candidate candidate, byte[] record) {
      id = candidate.id().value();
      this.record = record;
      sums = ResultSums.of(candidate);
    }
  }

  /// Works out what is kept; called by several threads.
  Recorded record(Candidate candidate) {
    return new Recorded(candidate, RecordFormat.write(CandidateFacts.of(candidate), terms));
  }

  void add(Recorded candidate) {
    records.add(candidate.id, candidate.record);
    tally.add(candidate.sums);
  }

  /// Ranks all candidates for each posting, on all processors.
  ///
  /// @param top most matchings of a posting
  List<Ranking> rank(List<PostingDocument> postings, Instant asOf, int top) {
    var conditions = new RunConditions(asOf, tally.first());
    CandidateIndex index = CandidateIndex.of(CandidateRecords.of(List.of(records)), conditions);
    return postings.parallelStream()
        .map(
            posting ->
                index.rank(
                    new PreparedPosting(
                        JobPostingFacts.of(posting.posting()),
                        posting.effectiveWeights(),
                        terms,
                        conditions),
                    top))
        .toList();
  }
}
