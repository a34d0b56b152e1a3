package dev.entente.cli;

import dev.entente.cli.files.DemoData;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.Ranking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Shows in a minute what a ranking and an explanation are, on invented people and jobs.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    var text = new ByteArrayOutputStream();
    var out = new PrintStream(text, false, StandardCharsets.UTF_8);
    DemoData data = DemoData.load(terminal.clock().instant());
    out.println(messages().text("demo.invented", data.candidates().size()));
    for (JobPosting posting : data.postings()) {
      print(data.rank(posting), posting, out);
    }
    explain(data, out);
    out.println();
    out.println(messages().text("demo.next"));
    out.flush();
    terminal.out().write(text.toByteArray());
    return ExitCode.DONE;
  }

  private void print(Ranking ranking, JobPosting posting, PrintStream out) {
    out.println();
    out.println(
        messages().text("demo.posting", posting.title(), posting.id().value(), ranking.eligible()));
    if (ranking.matchings().isEmpty()) {
      out.println("  " + messages().text("demo.nobody"));
      return;
    }
    out.println("  " + Table.header(messages()));
    int rank = 0;
    for (Matching matching : ranking.matchings()) {
      rank++;
      out.println("  " + Table.row(rank, matching));
    }
  }

  private void explain(DemoData data, PrintStream out) {
    JobPosting posting = data.postings().getFirst();
    Matching best = data.rank(posting).matchings().getFirst();
    out.println();
    out.println(
        messages().text("demo.explanation", best.candidate().value(), posting.id().value()));
    print(data.explain(posting, best.candidate()), 1, out);
  }

  private static void print(Explanation explanation, int depth, PrintStream out) {
    String indent = "  ".repeat(depth);
    switch (explanation) {
      case Explanation.Fact(var term, var value, var evidence) ->
          out.println(
              indent
                  + term
                  + " "
                  + value
                  + (evidence.isEmpty() ? "" : "  ← " + EvidenceText.of(evidence)));
      case Explanation.Calculation calculation -> {
        out.println(
            "%s%s %d = %s"
                .formatted(
                    indent, calculation.term(), calculation.value(), calculation.operation()));
        calculation.parts().forEach(part -> print(part, depth + 1, out));
      }
    }
  }

  private Messages messages() {
    return terminal.messages();
  }

  /// One line a matching, a column a criterion.
  private static final class Table {
    private static String header(Messages messages) {
      var line =
          new StringBuilder("%4s  %-8s %7s".formatted("#", "id", messages.text("demo.score")));
      Criteria.ids().forEach(id -> line.append("  ").append(id.value()));
      return line.toString();
    }

    private static String row(int rank, Matching matching) {
      var line =
          new StringBuilder(
              "%4d  %-8s %7s"
                  .formatted(rank, matching.candidate().value(), points(matching.matchScore())));
      for (int i = 0; i < matching.scores().size(); i++) {
        String score = points(matching.scores().get(i));
        line.append("  ").append(" ".repeat(padding(i, score)) + score);
      }
      return line.toString();
    }

    private static int padding(int criterion, String score) {
      return Math.max(0, Criteria.ids().get(criterion).value().length() - score.length());
    }

    private static String points(int hundredths) {
      return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }
  }
}
