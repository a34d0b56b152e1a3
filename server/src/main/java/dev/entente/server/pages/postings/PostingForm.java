package dev.entente.server.pages.postings;

import dev.entente.matching.vocabulary.WhiteSpace;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What stands in the fields of a job posting's form; an empty text says nothing.
///
/// @param domains as a [NameList], as are skills
/// @param active `true`, or empty
/// @param revision of the stored document that the form was filled from; empty for a new one
record PostingForm(
    String id,
    String companyId,
    String title,
    String description,
    String domains,
    String skills,
    String niceToHaveSkills,
    String experienceLevel,
    String contractType,
    String workMode,
    String location,
    String active,
    String revision) {
  // Numbers in what the form does not show stay as they were written.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String TRUE = "true";

  PostingForm(
      @Nullable String id,
      @Nullable String companyId,
      @Nullable String title,
      @Nullable String description,
      @Nullable String domains,
      @Nullable String skills,
      @Nullable String niceToHaveSkills,
      @Nullable String experienceLevel,
      @Nullable String contractType,
      @Nullable String workMode,
      @Nullable String location,
      @Nullable String active,
      @Nullable String revision) {
    this.id = line(id);
    this.companyId = line(companyId);
    this.title = line(title);
    this.description = text(description);
    this.domains = line(domains);
    this.skills = line(skills);
    this.niceToHaveSkills = line(niceToHaveSkills);
    this.experienceLevel = line(experienceLevel);
    this.contractType = line(contractType);
    this.workMode = line(workMode);
    this.location = line(location);
    this.active = TRUE.equals(active) ? TRUE : "";
    this.revision = line(revision);
  }

  private static String line(@Nullable String text) {
    return text == null ? "" : WhiteSpace.trim(text);
  }

  // Browsers send line ends as protocols write them.
  private static String text(@Nullable String text) {
    return line(text).replace("\r\n", "\n").replace('\r', '\n');
  }

  /// The form of a posting that is not there yet.
  static PostingForm empty() {
    return of(JSON.createObjectNode(), "");
  }

  /// The form of a stored posting.
  static PostingForm of(String document, long revision) {
    return of(JSON.readTree(document), String.valueOf(revision));
  }

  private static PostingForm of(JsonNode document, String revision) {
    return new PostingForm(
        document.path("id").asString(""),
        document.path("companyId").asString(""),
        document.path("title").asString(""),
        document.path("description").asString(""),
        names(document.path("domains")),
        names(document.path("skills")),
        names(document.path("niceToHaveSkills")),
        document.path("experienceLevel").asString(""),
        document.path("contractType").asString(""),
        document.path("workMode").asString(""),
        document.path("location").asString(""),
        String.valueOf(document.path("active").asBoolean(true)),
        revision);
  }

  private static String names(JsonNode list) {
    return NameList.write(
        StreamSupport.stream(list.spliterator(), false).map(name -> name.asString("")).toList());
  }

  /// The same of another id.
  PostingForm withId(String other) {
    return with(other, revision);
  }

  /// The same above another revision of the stored document.
  PostingForm at(long other) {
    return with(id, String.valueOf(other));
  }

  /// The same above nothing.
  PostingForm erased() {
    return with(id, "");
  }

  private PostingForm with(String otherId, String otherRevision) {
    return new PostingForm(
        otherId,
        companyId,
        title,
        description,
        domains,
        skills,
        niceToHaveSkills,
        experienceLevel,
        contractType,
        workMode,
        location,
        active,
        otherRevision);
  }

  /// The document that the form makes of a stored one: what a field does not change stays as it was
  /// written, and so does all that has no field.
  ObjectNode on(String stored) {
    var document = (ObjectNode) JSON.readTree(stored);
    PostingForm shown = of(document, revision);
    put(document, "id", id, shown.id);
    put(document, "companyId", companyId, shown.companyId);
    put(document, "title", title, shown.title);
    put(document, "description", description, shown.description);
    putNames(document, "domains", domains, shown.domains);
    putNames(document, "skills", skills, shown.skills);
    putNames(document, "niceToHaveSkills", niceToHaveSkills, shown.niceToHaveSkills);
    put(document, "experienceLevel", experienceLevel, shown.experienceLevel);
    put(document, "location", location, shown.location);
    put(document, "workMode", workMode, shown.workMode);
    put(document, "contractType", contractType, shown.contractType);
    if (!active.equals(shown.active)) {
      document.put("active", isActive());
    }
    return document;
  }

  boolean isActive() {
    return active.equals(TRUE);
  }

  private static void put(ObjectNode document, String field, String value, String shown) {
    if (value.equals(shown)) {
      return;
    }
    if (value.isEmpty()) {
      document.remove(field);
    } else {
      document.put(field, value);
    }
  }

  private static void putNames(ObjectNode document, String field, String value, String shown) {
    List<String> names = NameList.read(value);
    if (!names.equals(NameList.read(shown))) {
      ArrayNode list = document.putArray(field);
      names.forEach(list::add);
    }
  }
}
