package dev.entente.server.demo;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentFile;
import dev.entente.documents.Line;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.PlainRanker;
import dev.entente.matching.ranking.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A pool that went through files and the check of documents, as an installation would take it.
record ReadPool(List<Candidate> candidates, List<PostingDocument> postings, Instant asOf) {
  private static final int TOP = 50;

  static ReadPool of(DemoPool pool, Instant asOf, Path folder) throws IOException {
    Path candidates = Files.write(folder.resolve("candidates.jsonl"), pool.candidates());
    Path postings = Files.write(folder.resolve("postings.jsonl"), pool.postings());
    try (DocumentFile<Candidate> people = DocumentFile.candidates(candidates, asOf);
        DocumentFile<PostingDocument> ads = DocumentFile.postings(postings)) {
      return new ReadPool(all(people), all(ads), asOf);
    }
  }

  private static <T> List<T> all(DocumentFile<T> file) throws IOException {
    List<T> documents = new ArrayList<>();
    for (Optional<Line<T>> line = file.next(); line.isPresent(); line = file.next()) {
      switch (line.get().document()) {
        case Checked.Valid<T>(var document) -> documents.add(document);
        case Checked.Invalid<T>(var problems) ->
            throw new AssertionError("line " + line.get().number() + ": " + problems);
      }
    }
    return documents;
  }

  /// The ranking of every posting, by its id.
  Map<String, Ranking> rankings() {
    var tally = new CalibrationTally();
    candidates.forEach(tally::add);
    var conditions = new RunConditions(asOf, tally.first());
    List<CandidateFacts> facts = candidates.stream().map(CandidateFacts::of).toList();
    return postings.stream()
        .map(posting -> ranking(posting, facts, conditions))
        .collect(Collectors.toMap(ranking -> ranking.posting().value(), ranking -> ranking));
  }

  private static Ranking ranking(
      PostingDocument posting, List<CandidateFacts> candidates, RunConditions conditions) {
    Weights weights = posting.effectiveWeights();
    var ranker = new PlainRanker(JobPostingFacts.of(posting.posting()), weights, conditions, TOP);
    candidates.forEach(ranker::offer);
    return ranker.ranking();
  }
}
