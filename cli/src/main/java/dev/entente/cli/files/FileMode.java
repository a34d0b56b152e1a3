package dev.entente.cli.files;

import dev.entente.cli.streams.InputFile;
import dev.entente.cli.streams.OutputFile;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Terminal;
import dev.entente.documents.DocumentFile;
import dev.entente.documents.MatchingLine;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.PlainRanker;
import dev.entente.matching.ranking.Ranking;
import dev.entente.matching.ranking.RankingBatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ranks the candidates of one file for each posting of another.
///
/// Candidates stream by twice, first to be checked and to find the means that scores lean on, then
/// to be ranked: memory holds the postings and their best matchings, never all candidates.
public final class FileMode {
  /// What to rank and where to put it.
  ///
  /// @param now the clock: no result may be more than a day ahead of it
  /// @param asOf the run's instant
  /// @param top most matchings a posting, at least 1
  /// @param out absent for standard output
  /// @param skipInvalid whether lines that are wrong are left out instead of ending the command
  public record Request(
      Path candidates,
      Path postings,
      Instant now,
      Instant asOf,
      int top,
      Optional<Path> out,
      boolean skipInvalid) {}

  private final Request request;
  private final Terminal terminal;

  private FileMode(Request request, Terminal terminal) {
    this.request = request;
    this.terminal = terminal;
  }

  /// Ranks and writes one line a matching: postings in input order, matchings in rank order.
  ///
  /// @throws CommandFailure if an input is wrong or the output cannot be written; then there is no
  ///   output
  public static void run(Request request, Terminal terminal) {
    new FileMode(request, terminal).run();
  }

  private void run() {
    try (InputFile candidates = InputFile.open(request.candidates(), terminal.messages());
        InputFile postings = InputFile.open(request.postings(), terminal.messages())) {
      refuseOverwriting(candidates, postings);
      try (OutputFile out = OutputFile.open(request.out(), terminal.out(), terminal.messages())) {
        List<Ranking> rankings = rank(candidates, postings);
        out.write(stream -> write(rankings, stream));
        Summary.print(rankings, terminal);
      }
    } catch (IOException e) {
      throw CommandFailure.failed(IoReason.of(e, terminal.messages()));
    }
  }

  private void refuseOverwriting(InputFile... inputs) throws IOException {
    Optional<Path> out = request.out().filter(Files::isRegularFile);
    for (InputFile input : inputs) {
      if (out.isPresent() && Files.isSameFile(out.get(), input.path())) {
        throw CommandFailure.wrongUsage(terminal.messages().text("output.isInput", input.name()));
      }
    }
  }

  private List<Ranking> rank(InputFile candidateFile, InputFile postingFile) {
    var postings = new DocumentPass<>(postingFile, DocumentFile::postings, terminal);
    var candidates =
        new DocumentPass<>(
            candidateFile, path -> DocumentFile.candidates(path, request.now()), terminal);
    List<PostingDocument> documents = new ArrayList<>();
    postings.check("progress.postings", documents::add);
    var tally = new CalibrationTally();
    candidates.check("progress.checking", tally::add);
    decideOn(postings.invalid(), candidates.invalid());

    var conditions = new RunConditions(request.asOf(), tally.first());
    List<PlainRanker> rankers = documents.stream().map(p -> ranker(p, conditions)).toList();
    var batch = new RankingBatch<Candidate>(rankers, who -> Optional.of(CandidateFacts.of(who)));
    candidates.repeat("progress.ranking", batch::add);
    batch.rank();
    rankers.stream()
        .flatMap(r -> batch.failure(r).stream())
        .findFirst()
        .ifPresent(FileMode::defect);
    return rankers.stream().map(PlainRanker::ranking).toList();
  }

  private static void defect(RuntimeException failure) {
    throw failure;
  }

  private void decideOn(int invalidPostings, int invalidCandidates) {
    if (invalidPostings + invalidCandidates == 0) {
      return;
    }
    if (!request.skipInvalid()) {
      throw CommandFailure.failed(
          terminal.messages().text("input.invalid", invalidPostings + invalidCandidates));
    }
    terminal.say("input.leftOut", invalidPostings, invalidCandidates);
  }

  private PlainRanker ranker(PostingDocument document, RunConditions conditions) {
    return new PlainRanker(
        JobPostingFacts.of(document.posting()),
        document.effectiveWeights(),
        conditions,
        request.top());
  }

  private static void write(List<Ranking> rankings, OutputStream out) throws IOException {
    for (Ranking ranking : rankings) {
      int rank = 0;
      for (Matching matching : ranking.matchings()) {
        rank++;
        String line = MatchingLine.of(ranking.posting(), rank, matching) + '\n';
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
