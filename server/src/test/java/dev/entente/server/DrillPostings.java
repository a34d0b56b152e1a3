package dev.entente.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.server.demo.DemoPool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Many job postings for a drill: `p-0000`, `p-0001`…
final class DrillPostings {
  private static final List<String> INVENTED =
      DemoPool.of(0, Instant.parse("2026-11-23T00:00:00Z")).postings();

  private DrillPostings() {}

  /// Stores so many.
  static void store(Api api, int count) {
    String postings =
        IntStream.range(0, count).mapToObj(i -> varied(i, id(i))).collect(joining("\n"));
    JsonNode report = api.post("/api/import/postings", "application/x-ndjson", postings).json();
    assertThat(report.get("created").intValue()).isEqualTo(count);
  }

  /// One of the invented postings that asks for other skills of those it names, at another level:
  /// copies would have one candidate move as many lists as there are of them.
  static String varied(int number, String id) {
    var random = new Random(number);
    var posting = (ObjectNode) Api.JSON.readTree(INVENTED.get(number % INVENTED.size()));
    List<JsonNode> skills = new ArrayList<>();
    posting.get("skills").forEach(skills::add);
    posting.path("niceToHaveSkills").forEach(skills::add);
    Collections.shuffle(skills, random);
    int required = Math.min(skills.size(), random.nextInt(2, 6));
    posting.put("id", id);
    posting.putArray("skills").addAll(skills.subList(0, required));
    posting.putArray("niceToHaveSkills").addAll(skills.subList(required, skills.size()));
    ExperienceLevel[] levels = ExperienceLevel.values();
    posting.put("experienceLevel", levels[random.nextInt(levels.length)].name());
    return posting.toString();
  }

  /// The id of a posting.
  static String id(int number) {
    return "p-%04d".formatted(number);
  }
}
