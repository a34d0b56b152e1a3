package dev.entente.matching.testing;

import dev.entente.matching.profile.Badge;
import dev.entente.matching.profile.BadgeTier;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.CandidateId;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.profile.Project;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.QuizType;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.matching.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Candidates as phrases that name only what matters to a test.
public final class CandidateBuilder {
  private String id = "c-1";
  private boolean optedOut;
  private String headline = "";
  private String bio = "";
  private final Set<DomainId> domains = new LinkedHashSet<>();
  private final Set<SkillId> skills = new LinkedHashSet<>();
  private final List<Experience> experiences = new ArrayList<>();
  private final List<Project> projects = new ArrayList<>();
  private final List<TechnicalTest> tests = new ArrayList<>();
  private final List<QuizResult> quizzes = new ArrayList<>();
  private final List<Badge> badges = new ArrayList<>();

  private CandidateBuilder() {}

  public static CandidateBuilder aCandidate() {
    return new CandidateBuilder();
  }

  public static CandidateBuilder like(Candidate candidate) {
    CandidateBuilder builder = aCandidate().withId(candidate.id().value());
    builder.optedOut = candidate.optedOut();
    builder.headline = candidate.headline();
    builder.bio = candidate.bio();
    builder.domains.addAll(candidate.domains());
    builder.skills.addAll(candidate.skills());
    builder.experiences.addAll(candidate.experiences());
    builder.projects.addAll(candidate.projects());
    builder.tests.addAll(candidate.technicalTests());
    builder.quizzes.addAll(candidate.quizResults());
    builder.badges.addAll(candidate.badges());
    return builder;
  }

  public CandidateBuilder withId(String value) {
    id = value;
    return this;
  }

  public CandidateBuilder optedOut() {
    optedOut = true;
    return this;
  }

  public CandidateBuilder in(String... names) {
    Arrays.stream(names).map(Vocabulary::domain).forEach(domains::add);
    return this;
  }

  public CandidateBuilder declaring(String... names) {
    skills.addAll(skills(names));
    return this;
  }

  public CandidateBuilder withHeadline(String text) {
    headline = text;
    return this;
  }

  public CandidateBuilder withBio(String text) {
    bio = text;
    return this;
  }

  // `to` is exclusive; empty for an experience that lasts
  public CandidateBuilder working(String domain, String from, String to, String... skillNames) {
    return with(
        new Experience(
            Optional.of(domain).filter(name -> !name.isEmpty()).map(Vocabulary::domain),
            skills(skillNames),
            YearMonth.parse(from),
            Optional.of(to).filter(month -> !month.isEmpty()).map(YearMonth::parse),
            "",
            ""));
  }

  public CandidateBuilder with(Experience experience) {
    experiences.add(experience);
    return this;
  }

  public CandidateBuilder withProject(String description, String link, String... skillNames) {
    return with(new Project("", description, link, skills(skillNames)));
  }

  public CandidateBuilder with(Project project) {
    projects.add(project);
    return this;
  }

  // `skill` is empty for a test about none.
  public CandidateBuilder tested(String domain, String skill, int score) {
    return tested(domain, skill, score, OptionalInt.empty());
  }

  public CandidateBuilder tested(String domain, String skill, int score, OptionalInt review) {
    return with(
        new TechnicalTest(
            "t-" + tests.size(),
            Vocabulary.domain(domain),
            Optional.of(skill).filter(name -> !name.isEmpty()).map(Vocabulary::skill),
            score,
            review));
  }

  public CandidateBuilder with(TechnicalTest test) {
    tests.add(test);
    return this;
  }

  /// Quiz results of one type, an hour apart.
  public CandidateBuilder quizzed(String domain, QuizType type, int... scores) {
    for (int score : scores) {
      Instant completedAt =
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * quizzes.size());
      with(
          new QuizResult(
              "q-" + quizzes.size(), Vocabulary.domain(domain), type, score, completedAt));
    }
    return this;
  }

  public CandidateBuilder with(QuizResult quiz) {
    quizzes.add(quiz);
    return this;
  }

  public CandidateBuilder awarded(String code, BadgeTier tier) {
    return with(new Badge(code, tier, Optional.empty()));
  }

  public CandidateBuilder awardedUntil(String code, BadgeTier tier, String day) {
    return with(new Badge(code, tier, Optional.of(LocalDate.parse(day))));
  }

  public CandidateBuilder with(Badge badge) {
    badges.add(badge);
    return this;
  }

  public Candidate build() {
    return new Candidate(
        new CandidateId(id),
        optedOut,
        domains,
        skills,
        headline,
        bio,
        experiences,
        projects,
        tests,
        quizzes,
        badges);
  }

  public CandidateFacts facts() {
    return CandidateFacts.of(build());
  }

  static Set<SkillId> skills(String... names) {
    return Arrays.stream(names)
        .map(Vocabulary::skill)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
