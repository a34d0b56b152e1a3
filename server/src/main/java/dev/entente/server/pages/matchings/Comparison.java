package dev.entente.server.pages.matchings;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.explanation.Segment;
import dev.entente.server.pages.explanation.Terms;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A few candidates of one list side by side.
///
/// @param columns one a candidate
/// @param criteria what each criterion adds to the scores
/// @param required how each required skill is shown
/// @param wished likewise the nice-to-have ones
record Comparison(
    List<CandidateLine> columns, List<Row> criteria, List<Row> required, List<Row> wished) {
  /// One thing that is compared.
  ///
  /// @param color the class of its colour; empty where it has none
  /// @param cells one a candidate
  record Row(String label, String color, List<Cell> cells) {}

  /// @param kind for styles; empty for a plain number
  /// @param isBest whether nobody has more, and somebody less
  record Cell(String text, String kind, boolean isBest) {}

  static Comparison of(List<ExplainedMatching> matchings, PostingFacts posting, Wording wording) {
    List<CandidateLine> columns =
        matchings.stream().map(one -> CandidateLine.of(one, posting, wording)).toList();
    return new Comparison(
        columns,
        criteria(matchings, columns, wording),
        skills(matchings, "matchedSkills", posting, wording),
        skills(matchings, "matchedNiceToHaveSkills", posting, wording));
  }

  private static List<Row> criteria(
      List<ExplainedMatching> matchings, List<CandidateLine> columns, Wording wording) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < Criteria.ids().size(); i++) {
      String id = Criteria.ids().get(i).value();
      List<Integer> scores =
          matchings.stream().map(one -> one.answer().scores().getOrDefault(id, 0)).toList();
      int index = i;
      rows.add(
          new Row(
              wording.text("criterion." + id + ".short"),
              Segment.color(id),
              IntStream.range(0, columns.size())
                  .mapToObj(
                      column ->
                          new Cell(
                              points(columns.get(column), index, wording),
                              "",
                              isBest(scores, column)))
                  .toList()));
    }
    return rows;
  }

  private static String points(CandidateLine column, int criterion, Wording wording) {
    return criterion < column.points().size()
        ? column.points().get(criterion).points()
        : wording.text("list.compare.unknown");
  }

  private static boolean isBest(List<Integer> numbers, int index) {
    int own = numbers.get(index);
    return numbers.stream().allMatch(other -> other <= own)
        && numbers.stream().anyMatch(other -> other < own);
  }

  private static List<Row> skills(
      List<ExplainedMatching> matchings, String term, PostingFacts posting, Wording wording) {
    List<List<Shown>> shown = matchings.stream().map(one -> shown(one, term, posting)).toList();
    SequencedSet<String> names = new LinkedHashSet<>();
    shown.forEach(all -> all.forEach(one -> names.add(one.name())));
    return names.stream()
        .map(
            name -> new Row(name, "", shown.stream().map(all -> cell(all, name, wording)).toList()))
        .toList();
  }

  private static Cell cell(List<Shown> all, String name, Wording wording) {
    return all.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(one -> new Cell(wording.text("evidence." + one.kind()), lower(one.kind()), false))
        .orElseGet(() -> new Cell(wording.text("list.compare.unknown"), "", false));
  }

  private static String lower(String kind) {
    return kind.toLowerCase(Locale.ROOT);
  }

  /// How a skill is shown by a candidate.
  private record Shown(String name, String kind) {}

  private static List<Shown> shown(ExplainedMatching matching, String term, PostingFacts posting) {
    var names = new WrittenNames(posting, matching.answer().candidate());
    return matching.explanation().stream()
        .flatMap(Terms::facts)
        .filter(fact -> fact.term().equals(term))
        .findFirst()
        .map(Explanation.Fact::evidence)
        .orElse(List.of())
        .stream()
        .flatMap(evidence -> Optional.ofNullable(shown(evidence, names)).stream())
        .toList();
  }

  private static @Nullable Shown shown(Evidence evidence, WrittenNames names) {
    return switch (evidence) {
      case Evidence.Skill(var skill, var how, _) -> new Shown(names.of(skill), how.name());
      case Evidence.MissingSkill(var skill) -> new Shown(names.of(skill), "MISSING");
      default -> null;
    };
  }
}
