package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import dev.entente.matching.profile.Badge;
import dev.entente.matching.profile.BadgeTier;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateId;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.profile.Project;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.QuizType;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.matching.vocabulary.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads the document of a candidate.
final class CandidateReader {
  static final int MOST_DOMAINS = 40;
  static final int MOST_SKILLS = 300;
  private static final int MOST_EXPERIENCES = 100;
  private static final int MOST_PROJECTS = 100;
  private static final int MOST_TESTS = 1_000;
  private static final int MOST_QUIZ_RESULTS = 5_000;
  private static final int MOST_BADGES = 200;
  static final Duration AHEAD = Duration.ofDays(1);

  private final Instant now;

  /// @param now the clock, which no result may be far ahead of
  CandidateReader(Instant now) {
    this.now = now;
  }

  Optional<Candidate> read(Fields fields) {
    Optional<CandidateId> id = fields.required("id", Values::id).map(CandidateId::new);
    List<DomainId> domains = fields.requiredList("domains", MOST_DOMAINS, CandidateReader::domain);
    List<SkillId> skills = fields.requiredList("skills", MOST_SKILLS, CandidateReader::skill);
    Optional<String> headline = fields.optional("headline", Values::text);
    Optional<String> bio = fields.optional("bio", Values::text);
    List<Experience> experiences =
        fields.list("experiences", MOST_EXPERIENCES, Fields.of(CandidateReader::experience));
    List<Project> projects =
        fields.list("projects", MOST_PROJECTS, Fields.of(CandidateReader::project));
    List<TechnicalTest> tests =
        fields.list(
            "technicalTests", MOST_TESTS, new DistinctIds<>(Fields.of(this::technicalTest)));
    List<QuizResult> quizResults =
        fields.list(
            "quizResults", MOST_QUIZ_RESULTS, new DistinctIds<>(Fields.of(this::quizResult)));
    List<Badge> badges = fields.list("badges", MOST_BADGES, Fields.of(CandidateReader::badge));
    Optional<Boolean> optedOut = fields.optional("optedOut", Values::truth);
    checkUnscored(fields);
    return fields.finish(
        () ->
            new Candidate(
                id.orElseThrow(),
                optedOut.orElse(false),
                new LinkedHashSet<>(domains),
                new LinkedHashSet<>(skills),
                headline.orElse(""),
                bio.orElse(""),
                experiences,
                projects,
                tests,
                quizResults,
                badges));
  }

  private static void checkUnscored(Fields fields) {
    fields.optional("firstName", Values::shortText);
    fields.optional("lastName", Values::shortText);
    fields.optional("email", Values::text);
    fields.optional("location", Values::shortText);
    fields.list("workModes", Integer.MAX_VALUE, Values.oneOf(WorkMode.class));
    fields.list("languages", Integer.MAX_VALUE, Values::language);
    fields.optional("attributes", Values::object);
  }

  static Optional<DomainId> domain(Value value) {
    return Values.name(value).map(Vocabulary::domain);
  }

  static Optional<SkillId> skill(Value value) {
    return Values.name(value).map(Vocabulary::skill);
  }

  private static Optional<Experience> experience(Fields fields) {
    Optional<String> title = fields.optional("title", Values::text);
    Optional<DomainId> domain = fields.optional("domain", CandidateReader::domain);
    Set<SkillId> skills = skills(fields);
    Optional<YearMonth> from = fields.required("from", Values::month);
    Optional<YearMonth> to = fields.optional("to", Values::month);
    Optional<String> description = fields.optional("description", Values::text);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      fields.wrong("to", Kind.TO_BEFORE_FROM, to.get(), from.get());
    }
    return fields.finish(
        () ->
            new Experience(
                domain, skills, from.orElseThrow(), to, title.orElse(""), description.orElse("")));
  }

  private static Set<SkillId> skills(Fields fields) {
    return new LinkedHashSet<>(fields.list("skills", MOST_SKILLS, CandidateReader::skill));
  }

  private static Optional<Project> project(Fields fields) {
    Optional<String> title = fields.required("title", Values::text);
    Optional<String> description = fields.optional("description", Values::text);
    Optional<String> link = fields.optional("link", Values::text);
    Set<SkillId> skills = skills(fields);
    return fields.finish(
        () -> new Project(title.orElseThrow(), description.orElse(""), link.orElse(""), skills));
  }

  private Optional<TechnicalTest> technicalTest(Fields fields) {
    Optional<String> id = fields.required("id", Values::id);
    Optional<DomainId> domain = fields.required("domain", CandidateReader::domain);
    Optional<SkillId> skill = fields.optional("skill", CandidateReader::skill);
    Optional<Integer> score = fields.required("score", Values::score);
    Optional<Integer> review = fields.optional("reviewScore", Values::score);
    fields.optional("comment", Values::text);
    fields.optional("companyId", Values::id);
    completedAt(fields);
    return fields.finish(
        () ->
            new TechnicalTest(
                id.orElseThrow(),
                domain.orElseThrow(),
                skill,
                score.orElseThrow(),
                review.map(OptionalInt::of).orElse(OptionalInt.empty())));
  }

  private Optional<QuizResult> quizResult(Fields fields) {
    Optional<String> id = fields.required("id", Values::id);
    Optional<DomainId> domain = fields.required("domain", CandidateReader::domain);
    Optional<QuizType> type = fields.required("type", Values.oneOf(QuizType.class));
    Optional<Integer> score = fields.required("score", Values::score);
    Optional<Instant> completedAt = completedAt(fields);
    return fields.finish(
        () ->
            new QuizResult(
                id.orElseThrow(),
                domain.orElseThrow(),
                type.orElseThrow(),
                score.orElseThrow(),
                completedAt.orElseThrow()));
  }

  private Optional<Instant> completedAt(Fields fields) {
    Optional<Instant> completedAt = fields.required("completedAt", Values::instant);
    if (completedAt.filter(now.plus(AHEAD)::isBefore).isPresent()) {
      fields.wrong("completedAt", Kind.AHEAD_OF_CLOCK, completedAt.get(), now);
    }
    return completedAt;
  }

  private static Optional<Badge> badge(Fields fields) {
    Optional<String> code = fields.required("code", Values::name);
    Optional<BadgeTier> tier = fields.required("tier", Values.oneOf(BadgeTier.class));
    Optional<LocalDate> validUntil = fields.optional("validUntil", Values::date);
    return fields.finish(() -> new Badge(code.orElseThrow(), tier.orElseThrow(), validUntil));
  }
}
