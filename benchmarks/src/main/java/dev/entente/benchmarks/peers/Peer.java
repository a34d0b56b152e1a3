package dev.entente.benchmarks.peers;

import dev.entente.benchmarks.columns.CandidateColumns;
import dev.entente.benchmarks.columns.PostingColumns;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// An engine that gives the lists of job postings: first it takes all candidates in, then it ranks.
public interface Peer extends AutoCloseable {
  /// A candidate in both forms; a peer takes the one that suits it.
  record Candidate(CandidateFacts facts, CandidateColumns columns) {}

  /// A posting in both forms.
  record Posting(JobPostingFacts facts, PostingColumns columns) {}

  /// What it is called in tables.
  String name();

  /// What it is, with its version.
  String version();

  /// Takes candidates in; called by one thread, in the order of their numbers, before [#finish].
  void add(List<Candidate> candidates) throws IOException, SQLException;

  /// Ends the taking in: from here on it ranks.
  void finish() throws IOException, SQLException;

  /// The 50 best of a posting, best first, ties by candidate id. Thread-safe.
  List<Place> rank(Posting posting) throws IOException, SQLException;

  /// How many bytes it keeps, in memory or on disk; 0 if it cannot tell.
  long bytes() throws IOException, SQLException;

  @Override
  void close() throws IOException, SQLException;
}
