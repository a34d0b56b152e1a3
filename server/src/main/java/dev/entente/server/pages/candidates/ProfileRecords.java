package dev.entente.server.pages.candidates;

import dev.entente.matching.profile.Badge;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.CandidateFacts.ProjectFacts;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.profile.Project;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.server.pages.candidates.RecordGroup.Line;
import dev.entente.server.pages.explanation.PlaceWords;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Says how the records of a profile count.
///
/// @param asOf the instant that open experiences last until and badges must be valid at
record ProfileRecords(
    CandidateFacts facts, Instant asOf, WrittenNames names, PlaceWords places, Wording wording) {
  /// From which length on a description counts, in code points.
  private static final int DESCRIPTION = 80;

  /// All kinds that there are any of.
  List<RecordGroup> groups() {
    Candidate candidate = facts.candidate();
    return Stream.of(
            group("experiences", candidate.experiences(), this::experience),
            group("technicalTests", candidate.technicalTests(), this::test),
            group("quizResults", candidate.quizResults(), this::quiz),
            group("badges", candidate.badges(), this::badge),
            group("projects", candidate.projects(), this::project))
        .filter(group -> !group.lines().isEmpty())
        .toList();
  }

  private RecordGroup group(String kind, List<?> all, IntFunction<Line> line) {
    return new RecordGroup(
        wording.text("candidate." + kind), IntStream.range(0, all.size()).mapToObj(line).toList());
  }

  private Line experience(int index) {
    Experience experience = facts.candidate().experiences().get(index);
    return new Line(
        places.of("/experiences/" + index),
        places.span(experience),
        wording.text("amount.months", months(experience)),
        joined(
            experience.domain().map(names::of).orElseGet(() -> wording.text("candidate.noDomain")),
            experience.skills()),
        experience.domain().isPresent());
  }

  private long months(Experience experience) {
    YearMonth last = YearMonth.from(asOf.atOffset(ZoneOffset.UTC));
    YearMonth to = experience.to().filter(end -> end.isBefore(last)).orElse(last);
    return Math.max(0, ChronoUnit.MONTHS.between(experience.from(), to));
  }

  private String joined(String first, Collection<SkillId> skills) {
    return Stream.concat(Stream.of(first), skills.stream().map(names::of))
        .collect(Collectors.joining(" · "));
  }

  private Line test(int index) {
    TechnicalTest test = facts.candidate().technicalTests().get(index);
    String kind = CandidateFacts.isPassed(test) ? "candidate.passed" : "candidate.failed";
    String shows = test.skill().map(skill -> wording.text(kind, names.of(skill))).orElse("");
    String review =
        test.reviewScore().isPresent()
            ? wording.text("candidate.reviewed", wording.points(test.score()))
            : "";
    return new Line(
        places.of("/technicalTests/" + index),
        places.when("/technicalTests/" + index),
        wording.points(test.result()),
        Stream.of(names.of(test.domain()), shows, review)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · ")),
        true);
  }

  private Line quiz(int index) {
    QuizResult quiz = facts.candidate().quizResults().get(index);
    return new Line(places.of("/quizResults/" + index), "", wording.points(quiz.score()), "", true);
  }

  private Line badge(int index) {
    Badge badge = facts.candidate().badges().get(index);
    boolean isValid =
        badge
            .validUntil()
            .filter(day -> day.isBefore(asOf.atOffset(ZoneOffset.UTC).toLocalDate()))
            .isEmpty();
    return new Line(
        badge.code(),
        places.when("/badges/" + index),
        wording.text("evidence." + badge.tier()),
        isValid ? "" : wording.text("candidate.expired"),
        isValid);
  }

  private Line project(int index) {
    Project project = facts.candidate().projects().get(index);
    ProjectFacts counted = facts.projects().get(index);
    boolean isLong = counted.descriptionLength() >= DESCRIPTION;
    String note =
        isLong || counted.hasLink()
            ? wording.text("candidate.project", isLong ? 1 : 0, counted.hasLink() ? 1 : 0)
            : wording.text("candidate.project.bare");
    return new Line(
        places.of("/projects/" + index),
        "",
        "",
        joined(note, project.skills()),
        isLong || counted.hasLink() || !project.skills().isEmpty());
  }
}
