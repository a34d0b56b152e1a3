package dev.entente.server.intake;

import dev.entente.documents.Problem;
import dev.entente.server.web.ProblemAnswer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an import did.
///
/// @param received lines that held a document, right or wrong
/// @param created documents of ids that were not there
/// @param replaced documents of ids that were there
/// @param unchanged documents that were there already
/// @param refused lines that are wrong
/// @param dryRun whether nothing was stored, and the counts say what would be
/// @param lines the first hundred of the wrong ones
public record ImportReport(
    int received,
    int created,
    int replaced,
    int unchanged,
    int refused,
    boolean dryRun,
    List<WrongLine> lines) {
  private static final int LISTED = 100;
  private static final int LISTED_PROBLEMS = 200;

  /// A line that was refused.
  record WrongLine(long line, List<Problem> problems) {}

  /// A line that was refused, in a language.
  public record AnsweredLine(long line, List<ProblemAnswer.Item> problems) {}

  /// The report as callers see it.
  public record Answer(
      int received,
      int created,
      int replaced,
      int unchanged,
      int refused,
      boolean dryRun,
      List<AnsweredLine> lines) {}

  public ImportReport {
    lines = List.copyOf(lines);
  }

  /// Tells whether no line is right.
  public boolean isRefused() {
    return received == refused;
  }

  /// Says the report in a language.
  public Answer in(Locale language) {
    return new Answer(
        received,
        created,
        replaced,
        unchanged,
        refused,
        dryRun,
        lines.stream().map(line -> answered(line, language)).toList());
  }

  private static AnsweredLine answered(WrongLine line, Locale language) {
    return new AnsweredLine(
        line.line(),
        line.problems().stream()
            .limit(LISTED_PROBLEMS)
            .map(problem -> ProblemAnswer.Item.of(problem, language))
            .toList());
  }

  /// The counts of an import that is going on. Not thread-safe.
  static final class Counts {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<WrongLine> wrong = new ArrayList<>();
    private int refused;

    void add(Outcome outcome) {
      outcomes.merge(outcome, 1, Integer::sum);
    }

    void refuse(long line, List<Problem> problems) {
      refused++;
      if (wrong.size() < LISTED) {
        wrong.add(new WrongLine(line, List.copyOf(problems)));
      }
    }

    int received() {
      return refused + outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    ImportReport report(boolean dryRun) {
      return new ImportReport(
          received(),
          outcomes.getOrDefault(Outcome.CREATED, 0),
          outcomes.getOrDefault(Outcome.REPLACED, 0),
          outcomes.getOrDefault(Outcome.UNCHANGED, 0),
          refused,
          dryRun,
          wrong);
    }
  }
}
