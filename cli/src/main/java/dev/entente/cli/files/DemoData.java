package dev.entente.cli.files;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentFile;
import dev.entente.documents.Line;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.CandidateId;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.PairScorer;
import dev.entente.matching.ranking.PlainRanker;
import dev.entente.matching.ranking.Ranking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Invented people and jobs that come with the program, ready to be ranked.
public final class DemoData {
  private static final int TOP = 5;

  // Open experiences would make other scores every month: the demo stays as it was written.
  private static final Instant AS_OF = Instant.parse("2026-11-23T00:00:00Z");

  private final List<CandidateFacts> candidates;
  private final List<JobPosting> postings;
  private final RunConditions conditions;

  private DemoData(List<Candidate> candidates, List<JobPosting> postings) {
    this.candidates = candidates.stream().map(CandidateFacts::of).toList();
    this.postings = List.copyOf(postings);
    var tally = new CalibrationTally();
    candidates.forEach(tally::add);
    conditions = new RunConditions(AS_OF, tally.first());
  }

  /// Reads the data.
  ///
  /// @param now the clock
  /// @throws IOException if a temporary file cannot be written
  public static DemoData load(Instant now) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    try (DocumentFile<Candidate> file =
        DocumentFile.candidates(copy("candidates.jsonl"), max(now))) {
      readAll(file, candidates);
    }
    List<PostingDocument> postings = new ArrayList<>();
    try (DocumentFile<PostingDocument> file = DocumentFile.postings(copy("postings.jsonl"))) {
      readAll(file, postings);
    }
    return new DemoData(candidates, postings.stream().map(PostingDocument::posting).toList());
  }

  // A machine whose clock is behind must show the demo too.
  private static Instant max(Instant now) {
    return now.isBefore(AS_OF) ? AS_OF : now;
  }

  private static Path copy(String name) throws IOException {
    Path copy = Files.createTempFile("entente-demo-", name);
    copy.toFile().deleteOnExit();
    try (InputStream in = DemoData.class.getResourceAsStream("/dev/entente/cli/demo/" + name)) {
      Files.copy(Objects.requireNonNull(in), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  private static <T> void readAll(DocumentFile<T> file, List<T> documents) throws IOException {
    for (Optional<Line<T>> line = file.next(); line.isPresent(); line = file.next()) {
      switch (line.get().document()) {
        case Checked.Valid<T>(var document) -> documents.add(document);
        case Checked.Invalid<T>(var problems) ->
            throw new IllegalStateException("demo line " + line.get().number() + ": " + problems);
      }
    }
  }

  public List<CandidateFacts> candidates() {
    return candidates;
  }

  public List<JobPosting> postings() {
    return postings;
  }

  /// The five best candidates of a posting.
  public Ranking rank(JobPosting posting) {
    var ranker = new PlainRanker(JobPostingFacts.of(posting), Weights.DEFAULT, conditions, TOP);
    candidates.forEach(ranker::offer);
    return ranker.ranking();
  }

  /// Where the total of an eligible candidate comes from.
  public Explanation explain(JobPosting posting, CandidateId id) {
    CandidateFacts candidate =
        candidates.stream().filter(c -> c.candidate().id().equals(id)).findFirst().orElseThrow();
    return new PairScorer(JobPostingFacts.of(posting), Weights.DEFAULT, conditions)
        .explain(candidate);
  }
}
