package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every route under right, wrong and broken requests made from the service's own description; more
/// of them with `-Dfuzz.seeds=100`.
class OpenApiFuzzDatabaseTest {
  private static final JsonMapper ESCAPED =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final TestService service = TestService.shared();
  private final Api api = service.api();
  private final JsonNode openApi = api.get("/api/openapi").json();
  private final List<ApiRoute> routes = ApiRoute.of(openApi);

  static LongStream seeds() {
    return new Random(20_261_123).longs(Integer.getInteger("fuzz.seeds", 3));
  }

  /// Some documents and a run: something to lose.
  private ApiLaws laws(long seed) {
    api.put("/api/candidates/c-17", Examples.candidate());
    for (int i = 0; i < 3; i++) {
      api.store(aCandidate("c-" + i));
    }
    api.put("/api/postings/p-3", Examples.posting());
    service.settle();
    api.run();
    return new ApiLaws(service, seed);
  }

  private String aMatching() {
    return api.list("p-3").get(0).get("id").stringValue();
  }

  private String aRun() {
    return api.get("/api/runs?kind=ALL").json().get("runs").get(0).get("id").stringValue();
  }

  private RawRequest request(ApiRoute route, JsonNode document, Random random) {
    return route.to(idFor(route, document), bytes(document, random.nextBoolean()));
  }

  private String idFor(ApiRoute route, JsonNode document) {
    if (route.path().startsWith("/api/runs/")) {
      return aRun();
    }
    return route.path().startsWith("/api/matching/") ? aMatching() : idOf(document);
  }

  private static String idOf(JsonNode document) {
    JsonNode id = document.path("id");
    boolean isId = id.isString() && id.stringValue().matches("[A-Za-z0-9._:-]{1,128}");
    return isId ? id.stringValue() : "x";
  }

  // Half of a pair can be written as an escape only.
  private static byte[] bytes(JsonNode document, boolean isPlain) {
    String plain = document.toString();
    return isPlain && UTF_8.newEncoder().canEncode(plain)
        ? plain.getBytes(UTF_8)
        : ESCAPED.writeValueAsBytes(document);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void documentOfTheSchemaIsAcceptedAndKept(long seed) {
    var random = new Random(seed);
    var documents = new SchemaDocuments(openApi, random);
    ApiLaws laws = laws(seed);
    for (ApiRoute route : routes) {
      for (int i = 0; i < 3 && route.hasBody(); i++) {
        ObjectNode document = documents.document(route.schema());
        if (document.has("jobPostingId")) {
          document.put("jobPostingId", "p-3");
        }
        if (document.has("jobPostingIds")) {
          document.putArray("jobPostingIds").add("p-3");
        }
        if (document.has("from")) {
          document.put("from", "chunk-0");
        }
        RawHttp.Answer answer = laws.accept(request(route, document, random));
        String what = "seed " + seed + ": " + route.method() + " " + route.path();
        assertThat(Described.differences(openApi, route, answer)).as(what).isEmpty();
        if (route.method().equals("PUT")) {
          assertThat(answer.body()).as(what).isEqualTo(document.toString());
        } else if (route.isImport()) {
          assertThat(answer.body()).as(what).contains("\"created\":1,");
        }
      }
    }
  }

  @Test
  void everyAnswerIsAsItIsDescribed() {
    ApiLaws laws = laws(0);
    String run = aRun();
    for (ApiRoute route : routes) {
      if (route.method().equals("GET")) {
        String id = route.path().contains("runs") ? run : idOfADocument(route);
        ApiRoute asked = route.isOfAPosting() ? route.asking("jobPostingId=p-3") : route;
        RawHttp.Answer answer = laws.accept(asked.to(id));
        assertThat(Described.differences(openApi, route, answer)).as(route.path()).isEmpty();
      }
    }
  }

  private String idOfADocument(ApiRoute route) {
    return switch (route.path()) {
      case "/api/matching/{id}", "/api/matching/{id}/history" -> aMatching();
      case "/api/postings/{id}" -> "p-3";
      default -> "c-17";
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyMistakeInADocumentIsNamed(long seed) {
    var random = new Random(seed);
    var documents = new WrongDocuments(new SchemaDocuments(openApi, random), random);
    ApiLaws laws = laws(seed);
    for (ApiRoute route : routes) {
      for (int i = 0; i < 20 && route.hasBody(); i++) {
        int mistakes = 1 + random.nextInt(Math.min(4, fields(route)));
        WrongDocuments.Wrong wrong = documents.document(route.schema(), mistakes);
        laws.refuse(request(route, wrong.document(), random), wrong.places());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bodyThatCannotBeReadIsRefused(long seed) {
    var random = new Random(seed);
    var documents = new SchemaDocuments(openApi, random);
    ApiLaws laws = laws(seed);
    for (ApiRoute route : routes) {
      if (route.hasBody()) {
        ObjectNode document = documents.document(route.schema());
        for (byte[] body : BrokenBodies.json(document.toString(), random)) {
          laws.refuse(route.to(idFor(route, document), body), Set.of());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rightAndWrongLinesAreToldApart(long seed) {
    var random = new Random(seed);
    var right = new SchemaDocuments(openApi, random);
    var wrong = new WrongDocuments(right, random);
    ApiLaws laws = laws(seed);
    for (ApiRoute route : routes) {
      for (int i = 0; i < 2 && route.isImport(); i++) {
        Set<Integer> wrongLines = new TreeSet<>();
        var body = new ByteArrayOutputStream();
        for (int line = 1; line <= 20; line++) {
          boolean isWrong = random.nextInt(3) == 0;
          JsonNode document =
              isWrong
                  ? wrong.document(route.schema(), 1).document()
                  : right.document(route.schema());
          body.writeBytes(bytes(document, random.nextBoolean()));
          body.write('\n');
          if (isWrong) {
            wrongLines.add(line);
          }
        }
        RawHttp.Answer answer = laws.accept(route.to("", body.toByteArray()));
        JsonNode report = Api.JSON.readTree(answer.body());
        Set<Integer> refused = new TreeSet<>();
        report.get("lines").forEach(line -> refused.add(line.get("line").intValue()));
        assertThat(refused).as("seed " + seed).isEqualTo(wrongLines);
        assertThat(report.get("created").intValue())
            .as("seed " + seed)
            .isEqualTo(20 - wrongLines.size());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noiseOfCommasIsAnsweredLikeATable(long seed) {
    var random = new Random(seed);
    ApiLaws laws = laws(seed);
    for (ApiRoute route : routes) {
      if (route.isImport()) {
        JsonNode schema = openApi.at("/components/schemas/" + route.schema() + "/properties");
        List<String> columns = List.copyOf(schema.propertyNames());
        for (int i = 0; i < 25; i++) {
          laws.hold(route.to("").sending("text/csv", BrokenBodies.csv(columns, random)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyWrongParameterIsNamed(long seed) {
    var random = new Random(seed);
    ApiLaws laws = laws(seed);
    for (ApiRoute route : routes) {
      for (int i = 0; i < 8; i++) {
        WrongParameters wrong = WrongParameters.of(route.operation(), random);
        byte[] body = "{}".getBytes(UTF_8);
        RawHttp.Answer answer =
            laws.refuse(route.asking(wrong.query()).to("x", body), wrong.names());
        assertThat(answer.status()).as("seed " + seed).isEqualTo(400);
      }
    }
  }

  private int fields(ApiRoute route) {
    return openApi.at("/components/schemas/" + route.schema() + "/properties").size();
  }
}
