package dev.entente.benchmarks.promises;

import dev.entente.matching.profile.JobPosting;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The document of a job posting, as platforms write it.
final class PostingDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PostingDocument() {}

  /// One line of JSON.
  static String of(JobPosting posting) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("id", posting.id().value());
    document.put("companyId", "acme");
    document.put("title", posting.title());
    document.put("description", posting.description());
    ArrayNode domains = document.putArray("domains");
    posting.domains().forEach(domain -> domains.add(domain.value()));
    ArrayNode skills = document.putArray("skills");
    posting.skills().forEach(skill -> skills.add(skill.value()));
    ArrayNode wished = document.putArray("niceToHaveSkills");
    posting.niceToHaveSkills().forEach(skill -> wished.add(skill.value()));
    posting.level().ifPresent(level -> document.put("experienceLevel", level.name()));
    document.put("active", posting.active());
    return document.toString();
  }
}
