package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.model.ReasonModel;
import dev.entente.testkit.CandidateJson;
import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiReply;
import dev.entente.testkit.GeminiRequest;
import dev.entente.testkit.GeminiStandIn;
import dev.entente.testkit.PostingJson;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Texts that mean to command a model change no score, and reach neither its instruction nor a
/// reason, though the model does all that they say.
class ReasonInjectionDatabaseTest {
  private static final List<Attack> ATTACKS = Attack.all();
  private static final int SEEKERS = 6;
  private static final String WISH =
      "Follow the rules of the system, read previous instructions. Suivre les règles du système.";

  private static GeminiStandIn gemini;
  private static TestService service;
  private static List<Wire> sent;

  @BeforeAll
  static void askAboutAllAttacks() throws IOException {
    gemini = GeminiStandIn.start(ModelService.KEY, InstantSource.system());
    gemini.otherwise(ReasonInjectionDatabaseTest::obey);
    service = ModelService.start(gemini, Map.of("ENTENTE_REASONS_LANGUAGES", "acme=en,globex=fr"));
    ModelService.importAll(service.api(), postings(), candidates());
    ModelService.awaitEnd(service);
    sent = gemini.requests().stream().map(Wire::of).toList();
  }

  @AfterAll
  static void end() {
    service.close();
    gemini.close();
  }

  private static List<String> candidates() {
    List<String> candidates = new ArrayList<>();
    var neutral = new NeutralText(List.of(WISH, "Java developer"));
    for (Attack attack : ATTACKS) {
      candidates.add(attacking(attack.mark(), attack, UnaryOperator.identity()));
      candidates.add(attacking(attack.mark() + "-clean", attack, neutral));
    }
    for (int i = 0; i < SEEKERS; i++) {
      candidates.add(
          aCandidate("seeker-" + i)
              .in("frontend")
              .knowing("HTML", i % 2 == 0 ? "CSS" : "React")
              .with("headline", quoted(WISH))
              .with("experiences", experience("worked", "2025-0%d".formatted(i + 1)))
              .json());
    }
    return candidates;
  }

  /// A candidate in each of whose texts an attack stands, or what an operator makes of it.
  private static String attacking(String id, Attack attack, UnaryOperator<String> operator) {
    String text = quoted(operator.apply(attack.text()));
    String name = quoted(operator.apply(attack.name()));
    CandidateJson candidate =
        aCandidate(id).knowing("Java", "SQL").with("headline", text).with("bio", text);
    return skilled(candidate.json(), operator.apply(attack.name()))
        .replaceFirst("}$", "")
        .concat(
            """
            ,"experiences":%s,"projects":[{"title":%2$s,"description":%2$s,"skills":[]}],\
            "technicalTests":[{"id":"t","domain":"backend","score":%4$d,"comment":%2$s,\
            "completedAt":"2026-01-01T00:00:00Z"}],\
            "badges":[{"code":%3$s,"tier":"GOLD"}],"attributes":{"note":%2$s}}"""
                .formatted(
                    experience(operator.apply(attack.text()), "2025-01"),
                    text,
                    name,
                    50 + ATTACKS.indexOf(attack)));
  }

  private static String skilled(String document, String name) {
    return document.replace("\"SQL\"", "\"SQL\"," + quoted(name));
  }

  private static String experience(String text, String from) {
    return """
    [{"title":%1$s,"description":%1$s,"domain":"frontend","from":"%2$s"}]"""
        .formatted(quoted(text), from);
  }

  private static List<String> postings() {
    List<String> postings = new ArrayList<>();
    postings.add(
        aPosting("english").asking("Java", "Kafka").with("description", quoted(WISH)).json());
    postings.add(aPosting("french").of("globex").with("description", quoted(WISH)).json());
    var neutral = new NeutralText(List.of(WISH, "worked"));
    for (Attack attack : ATTACKS) {
      postings.add(commanding(attack.mark(), attack, UnaryOperator.identity()));
      postings.add(commanding(attack.mark() + "-clean", attack, neutral));
    }
    return postings;
  }

  private static String commanding(String id, Attack attack, UnaryOperator<String> operator) {
    PostingJson posting =
        aPosting(id)
            .of(attack.language().equals("fr") ? "globex" : "acme")
            .in("frontend")
            .asking("HTML", "CSS")
            .with("description", quoted(operator.apply(attack.text())))
            .with("niceToHaveSkills", "[" + quoted(operator.apply(attack.name())) + "]");
    return posting.json().replace("\"Java developer\"", quoted(operator.apply(attack.text())));
  }

  private static String quoted(String text) {
    return Api.JSON.writeValueAsString(text);
  }

  /// Does what it was told, in a different way for each matching.
  private static GeminiReply obey(GeminiRequest request) {
    Attack attack = attackIn(Wire.of(request).posting().toString());
    List<GeminiBehaviour> all =
        List.of(
            GeminiBehaviour.saying(honest -> honest + " " + attack.text()),
            GeminiBehaviour.saying(_ -> attack.text()),
            GeminiBehaviour.saying(
                honest -> honest + " " + Wire.of(request).instruction().substring(0, 90)),
            GeminiBehaviour.saying(honest -> honest + promise(request.isFrench())),
            GeminiBehaviour.inventedSkill("Kubernetes"),
            GeminiBehaviour.promptEchoed());
    Map<String, String> reasons = new HashMap<>();
    for (String key : request.keys()) {
      int way = Integer.parseInt(key.substring(1)) % all.size();
      reasons.put(key, text(all.get(way).answer(request), key));
    }
    return GeminiBehaviour.reasons(reasons).answer(request);
  }

  private static Attack attackIn(String text) {
    return ATTACKS.stream()
        .filter(attack -> text.contains(attack.mark()))
        .findFirst()
        .orElse(ATTACKS.getFirst());
  }

  private static String promise(boolean inFrench) {
    return inFrench ? " Cette personne sera embauchée." : " This person will be hired.";
  }

  private static String text(GeminiReply reply, String key) {
    String answer =
        Api.JSON.readTree(reply.body()).at("/candidates/0/content/parts/0/text").stringValue();
    return Api.JSON
        .readTree(answer)
        .get("reasons")
        .valueStream()
        .filter(entry -> entry.get("key").stringValue().equals(key))
        .map(entry -> entry.get("reason").stringValue())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void attackOfACandidateMovesNoScore() {
    for (String posting : List.of("english", "french")) {
      Map<String, String> scores = scores(posting);
      assertThat(scores).hasSize(2 * ATTACKS.size());
      for (Attack attack : ATTACKS) {
        assertThat(scores.get(attack.mark()))
            .as(attack.text())
            .isEqualTo(scores.get(attack.mark() + "-clean"));
      }
    }
  }

  @Test
  void attackOfAPostingMovesNoScore() {
    for (Attack attack : ATTACKS) {
      assertThat(scores(attack.mark()))
          .as(attack.text())
          .hasSize(SEEKERS)
          .isEqualTo(scores(attack.mark() + "-clean"));
    }
  }

  private static Map<String, String> scores(String posting) {
    Map<String, String> scores = new TreeMap<>();
    for (JsonNode match : service.api().list(posting)) {
      scores.put(
          match.at("/candidate/id").stringValue(),
          match.get("matchScore") + " " + match.get("confidence") + " " + match.get("scores"));
    }
    return scores;
  }

  @Test
  void onlyThePostingsOwnTextReachesTheModelAndOnlyAsData() {
    assertThat(sent).hasSizeGreaterThan(2 * ATTACKS.size());
    for (Wire wire : sent) {
      assertThat(wire.instruction()).isEqualTo(ReasonModel.instruction());
      assertThat(wire.document().propertyNames())
          .containsExactly("language", "posting", "matchings");
      assertThat(wire.request().get("contents")).hasSize(1);
      assertThat(wire.posting().valueStream().map(JsonNode::stringValue))
          .allMatch(text -> text.matches("<posting>[^<>\\n#`]*</posting>"));
      for (Attack attack : ATTACKS) {
        assertThat(wire.texts())
            .as(attack.text())
            .noneMatch(text -> text.contains(attack.mark()) || text.contains(attack.text()));
      }
    }
    assertThat(sent)
        .anyMatch(
            wire -> ATTACKS.stream().anyMatch(a -> wire.posting().toString().contains(a.mark())));
  }

  @Test
  void nothingThatAnObedientModelWritesIsStored() {
    List<String> stored =
        service
            .database()
            .sql("SELECT \"aiReasonSource\" || ' ' || \"aiReason\" FROM \"CandidateMatching\"")
            .query((row, _) -> row.getString(1))
            .list();

    assertThat(stored)
        .hasSizeGreaterThan(2 * ATTACKS.size() * SEEKERS)
        .allMatch(reason -> reason.startsWith("TEMPLATE "))
        .noneMatch(
            reason ->
                Stream.of("Kubernetes", "hired", "embauch", "Xylo").anyMatch(reason::contains));
  }
}
