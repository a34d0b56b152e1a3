package dev.entente.server.pages.wording;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.server.postings.StoredPosting;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page shows of a job posting, as its document has it; an absent text is empty.
///
/// @param workMode a word, as are level and contract type
/// @param weights of its own; empty where it sets none
public record PostingFacts(
    String id,
    boolean active,
    String title,
    String companyId,
    String location,
    String workMode,
    String contractType,
    String level,
    List<String> domains,
    List<String> skills,
    List<String> niceToHaveSkills,
    String description,
    List<Weight> weights) {
  private static final JsonMapper JSON = new JsonMapper();

  /// How much a criterion counts.
  public record Weight(String criterion, String share) {}

  public static PostingFacts of(StoredPosting posting, Wording wording) {
    JsonNode document = JSON.readTree(posting.document());
    return new PostingFacts(
        posting.id(),
        posting.active(),
        wording.named(document.path("title").asString(""), posting.id()),
        document.path("companyId").asString(""),
        document.path("location").asString(""),
        wording.word("workMode", document.path("workMode").asString("")),
        wording.word("contractType", document.path("contractType").asString("")),
        wording.word("level", document.path("experienceLevel").asString("")),
        texts(document.path("domains")),
        texts(document.path("skills")),
        texts(document.path("niceToHaveSkills")),
        document.path("description").asString(""),
        weights(document.path("weights"), wording));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static List<Weight> weights(JsonNode weights, Wording wording) {
    return Criteria.ids().stream()
        .map(CriterionId::value)
        .filter(weights::hasNonNull)
        .map(id -> weight(id, weights.path(id).asInt(), wording))
        .toList();
  }

  private static Weight weight(String criterion, int weight, Wording wording) {
    return new Weight(wording.text("criterion." + criterion), wording.percent(weight));
  }
}
