package dev.entente.benchmarks.promises;

import dev.entente.benchmarks.pool.Pool;
import dev.entente.matching.profile.Badge;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.profile.Project;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.TechnicalTest;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The document of a candidate, as platforms write it.
final class CandidateDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CandidateDocument() {}

  /// One line of JSON.
  static String of(Candidate candidate) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("id", candidate.id().value());
    document.put("headline", candidate.headline());
    document.put("bio", candidate.bio());
    ArrayNode domains = document.putArray("domains");
    candidate.domains().forEach(domain -> domains.add(domain.value()));
    ArrayNode skills = document.putArray("skills");
    candidate.skills().forEach(skill -> skills.add(skill.value()));
    ArrayNode experiences = document.putArray("experiences");
    candidate.experiences().forEach(one -> add(experiences.addObject(), one));
    ArrayNode projects = document.putArray("projects");
    candidate.projects().forEach(one -> add(projects.addObject(), one));
    ArrayNode tests = document.putArray("technicalTests");
    candidate.technicalTests().forEach(one -> add(tests.addObject(), one));
    ArrayNode quizzes = document.putArray("quizResults");
    candidate.quizResults().forEach(one -> add(quizzes.addObject(), one));
    ArrayNode badges = document.putArray("badges");
    candidate.badges().forEach(one -> add(badges.addObject(), one));
    document.put("optedOut", candidate.optedOut());
    return document.toString();
  }

  private static void add(ObjectNode node, Experience experience) {
    node.put("title", experience.title());
    experience.domain().ifPresent(domain -> node.put("domain", domain.value()));
    ArrayNode skills = node.putArray("skills");
    experience.skills().forEach(skill -> skills.add(skill.value()));
    node.put("from", experience.from().toString());
    experience.to().ifPresent(to -> node.put("to", to.toString()));
    node.put("description", experience.description());
  }

  private static void add(ObjectNode node, Project project) {
    node.put("title", project.title());
    node.put("description", project.description());
    node.put("link", project.link());
    ArrayNode skills = node.putArray("skills");
    project.skills().forEach(skill -> skills.add(skill.value()));
  }

  private static void add(ObjectNode node, TechnicalTest test) {
    node.put("id", test.id());
    node.put("domain", test.domain().value());
    test.skill().ifPresent(skill -> node.put("skill", skill.value()));
    node.put("score", points(test.score()));
    test.reviewScore().ifPresent(review -> node.put("reviewScore", points(review)));
    node.put("companyId", "acme");
    node.put("completedAt", Pool.AS_OF.toString());
  }

  private static void add(ObjectNode node, QuizResult quiz) {
    node.put("id", quiz.id());
    node.put("domain", quiz.domain().value());
    node.put("type", quiz.type().name());
    node.put("score", points(quiz.score()));
    node.put("completedAt", quiz.completedAt().toString());
  }

  private static void add(ObjectNode node, Badge badge) {
    node.put("code", badge.code());
    node.put("tier", badge.tier().name());
    badge.validUntil().ifPresent(day -> node.put("validUntil", day.toString()));
  }

  private static BigDecimal points(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2);
  }
}
