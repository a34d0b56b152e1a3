package dev.entente.matching.profile;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// All that is known of a person and may enter a score.
///
/// Names, e-mail, location and languages are not here: what is not known cannot be scored. Order
/// within a list changes no score. Everything is copied.
///
/// @param id the platform's id
/// @param optedOut whether the person wants to be matched with nothing
/// @param domains as declared: nothing else adds one
/// @param skills as declared
/// @param headline may be empty
/// @param bio may be empty
/// @param experiences positions held
/// @param projects the portfolio
/// @param technicalTests ids distinct
/// @param quizResults ids distinct
/// @param badges a code may stand more than once
public record Candidate(
    CandidateId id,
    boolean optedOut,
    Set<DomainId> domains,
    Set<SkillId> skills,
    String headline,
    String bio,
    List<Experience> experiences,
    List<Project> projects,
    List<TechnicalTest> technicalTests,
    List<QuizResult> quizResults,
    List<Badge> badges) {
  /// @throws IllegalArgumentException if two tests, or two quiz results, have one id
  public Candidate {
    domains = Copies.of(domains);
    skills = Copies.of(skills);
    experiences = List.copyOf(experiences);
    projects = List.copyOf(projects);
    technicalTests = List.copyOf(technicalTests);
    quizResults = List.copyOf(quizResults);
    badges = List.copyOf(badges);
    requireDistinct("technical test", technicalTests.stream().map(TechnicalTest::id));
    requireDistinct("quiz result", quizResults.stream().map(QuizResult::id));
  }

  private static void requireDistinct(String kind, Stream<String> ids) {
    Set<String> seen = new HashSet<>();
    ids.forEach(
        id -> {
          if (!seen.add(id)) {
            throw new IllegalArgumentException(kind + " id stands twice: " + id);
          }
        });
  }
}
