package dev.entente.server.pages.postings;

import dev.entente.documents.Problem;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is wrong with a posting's form, in the reader's language and in the order of its fields.
record FormErrors(List<Line> lines) {
  static final FormErrors NONE = new FormErrors(List.of());

  private static final List<String> FIELDS =
      List.of(
          "title",
          "companyId",
          "id",
          "active",
          "domains",
          "skills",
          "niceToHaveSkills",
          "experienceLevel",
          "contractType",
          "workMode",
          "location",
          "description");
  // What people are told of a field in words of their own; the other sentences are those of the
  // API.
  private static final Set<Problem.Kind> IN_WORDS =
      Set.of(
          Problem.Kind.MISSING,
          Problem.Kind.NEEDED_WHEN_ACTIVE,
          Problem.Kind.NOT_AN_ID,
          Problem.Kind.TOO_LONG,
          Problem.Kind.TOO_MANY);

  /// One error.
  ///
  /// @param field that it is in; empty for something that has none
  /// @param label of the field, or the place in the document
  record Line(String field, String label, String text) {}

  static FormErrors of(List<Problem> problems, Wording wording) {
    return new FormErrors(
        problems.stream()
            .map(problem -> line(problem, wording))
            .sorted((a, b) -> Integer.compare(place(a.field()), place(b.field())))
            .collect(Collectors.toList()));
  }

  /// One field with one error.
  static FormErrors of(String field, String text, Wording wording) {
    return new FormErrors(List.of(new Line(field, label(field, wording), text)));
  }

  private static Line line(Problem problem, Wording wording) {
    String field = problem.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
    String text =
        IN_WORDS.contains(problem.kind())
            ? wording.text(
                "page.posting.form.problem." + problem.kind(), problem.arguments().toArray())
            : problem.text(wording.locale());
    return FIELDS.contains(field)
        ? new Line(field, label(field, wording), text)
        : new Line("", problem.place(), text);
  }

  private static String label(String field, Wording wording) {
    return wording.text("page.posting.form." + field);
  }

  private static int place(String field) {
    int place = FIELDS.indexOf(field);
    return place < 0 ? FIELDS.size() : place;
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /// What is wrong with a field; empty where nothing is.
  public String of(String field) {
    return lines.stream()
        .filter(line -> line.field().equals(field))
        .map(Line::text)
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
