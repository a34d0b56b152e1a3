package dev.entente.benchmarks.pool;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One invented person while it is drawn. Not thread-safe.
final class ModelCandidate {
  private static final int SECONDS_OF_DAY = 86_400;
  private static final LocalDate TODAY = LocalDate.ofInstant(Pool.AS_OF, ZoneOffset.UTC);
  private static final YearMonth THIS_MONTH = YearMonth.from(TODAY);

  private final ModelChoice choice;
  private final Draw draw;
  private final List<Integer> domains;
  private final List<SkillId> skills;
  private final int ability;
  private final ModelTexts texts;

  ModelCandidate(ModelChoice choice, Draw draw) {
    this.choice = choice;
    this.draw = draw;
    domains = List.copyOf(choice.domains(draw, draw.between(1, 4)));
    skills = List.copyOf(choice.skills(draw, draw.between(10, 20), domains.getFirst()));
    ability = draw.between(3_500, 8_500);
    texts = ModelTexts.of(choice, draw);
  }

  Candidate withId(CandidateId id) {
    boolean presentsItself = draw.chance(60);
    String headline = draw.chance(90) ? texts.words(3) : "";
    String bio = presentsItself ? texts.words(draw.between(15, 35)) : "";
    List<Project> projects = presentsItself ? projects(draw.between(1, 4)) : List.of();
    return new Candidate(
        id,
        draw.chance(2),
        domains.stream().map(choice::domain).collect(Collectors.toSet()),
        new LinkedHashSet<>(skills),
        headline,
        bio,
        experiences(),
        projects,
        tests(draw.between(0, 4)),
        quizzes(),
        badges(draw.between(0, 3)));
  }

  private List<Project> projects(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            _ ->
                new Project(
                    texts.words(2),
                    texts.words(draw.between(5, 12)),
                    draw.chance(50) ? "https://example.org/p" : "",
                    someSkills(draw.between(1, 3))))
        .toList();
  }

  /// The last one tells all words that are left.
  private List<Experience> experiences() {
    List<Experience> experiences = new ArrayList<>();
    for (int i = draw.between(0, 3); i > 0; i--) {
      experiences.add(experience(texts.words(draw.between(3, 8))));
    }
    experiences.add(experience(texts.rest()));
    return experiences;
  }

  private Experience experience(String description) {
    YearMonth from = THIS_MONTH.minusMonths(draw.between(1, 180));
    Optional<YearMonth> to =
        draw.chance(25) ? Optional.empty() : Optional.of(from.plusMonths(draw.between(2, 60)));
    return new Experience(
        draw.chance(95) ? Optional.of(domain()) : Optional.empty(),
        someSkills(draw.between(0, 3)),
        from,
        to,
        texts.words(2),
        description);
  }

  // Mostly a declared one; the others are evidence that the candidate never declared.
  private DomainId domain() {
    return choice.domain(draw.chance(80) ? draw.oneOf(domains) : choice.anyDomain(draw));
  }

  private Set<SkillId> someSkills(int count) {
    return IntStream.range(0, count).mapToObj(_ -> skill()).collect(Collectors.toSet());
  }

  private SkillId skill() {
    return draw.chance(90) ? draw.oneOf(skills) : choice.anySkill(draw);
  }

  private List<TechnicalTest> tests(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new TechnicalTest(
                    "t-" + i,
                    domain(),
                    draw.chance(80) ? Optional.of(skill()) : Optional.empty(),
                    draw.scoreAround(ability),
                    draw.chance(40)
                        ? OptionalInt.of(draw.scoreAround(ability))
                        : OptionalInt.empty()))
        .toList();
  }

  private List<QuizResult> quizzes() {
    List<QuizResult> results = new ArrayList<>();
    for (int series = draw.between(0, 3); series > 0; series--) {
      DomainId domain = domain();
      QuizType type = draw.oneOf(List.of(QuizType.values()));
      int length = draw.chance(5) ? draw.between(20, 30) : draw.between(1, 8);
      for (int i = 0; i < length; i++) {
        results.add(quiz(results.size(), domain, type));
      }
    }
    return results;
  }

  private QuizResult quiz(int number, DomainId domain, QuizType type) {
    Instant completedAt = Pool.AS_OF.minusSeconds((long) SECONDS_OF_DAY * draw.between(1, 700));
    return new QuizResult("q-" + number, domain, type, draw.scoreAround(ability), completedAt);
  }

  private List<Badge> badges(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            _ ->
                new Badge(
                    "badge-" + draw.between(1, 8),
                    draw.oneOf(List.of(BadgeTier.values())),
                    draw.chance(50)
                        ? Optional.empty()
                        : Optional.of(TODAY.plusDays(draw.between(-200, 500)))))
        .toList();
  }
}
