package dev.entente.cli.files;

import dev.entente.cli.streams.InputFile;
import dev.entente.cli.streams.OutputFile;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Terminal;
import dev.entente.documents.DocumentFile;
import dev.entente.documents.MatchingLine;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.Ranking;
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
/// Candidates stream by once; memory holds their records, some hundred bytes each, because no score
/// can be known before the last one was read: scores lean on the means of all results.
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
    postings.read("progress.postings", document -> document, documents::add);
    var pool = new RecordedPool();
    candidates.read("progress.candidates", pool::record, pool::add);
    decideOn(postings.invalid(), candidates.invalid());
    return pool.rank(documents, request.asOf(), request.top());
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
