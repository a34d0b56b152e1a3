package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What holds for every request there is: the service answers it or refuses it in words, a refusal
/// changes nothing, and no answer shows what is inside. Not thread-safe.
final class ApiLaws {
  private static final List<String> INNER_WORDS =
      List.of(
          "Exception",
          "at dev.entente",
          "org.springframework",
          "java.",
          "SELECT ",
          "INSERT ",
          "UPDATE ",
          "FROM candidate",
          "job_posting",
          "ERROR:",
          "/tmp/",
          "/root/",
          "/home/",
          ".java:");
  private static final String ROWS =
      """
      SELECT concat_ws(' ',
        (SELECT md5(string_agg(row::text, '' ORDER BY id)) FROM candidate AS row),
        (SELECT md5(string_agg(row::text, '' ORDER BY id)) FROM job_posting AS row),
        (SELECT md5(string_agg(row::text, '' ORDER BY id)) FROM "CandidateMatching" AS row),
        (SELECT md5(string_agg(row::text, '' ORDER BY job_posting_id)) FROM ranking AS row),
        (SELECT count(*) FROM ranking_request), (SELECT count(*) FROM generation_run),
        (SELECT count(*) FROM status_change))
      """;
  private static final String RUNNING =
      "SELECT count(*) FROM generation_run WHERE finished_at IS NULL";

  private final TestService service;
  private final RawHttp http;
  private final JdbcClient database;
  private final String seed;
  private String rows;

  ApiLaws(TestService service, long seed) {
    this.service = service;
    http = new RawHttp(service.api().url());
    database = service.database();
    this.seed = "seed " + seed + ": ";
    rows = rows();
  }

  /// Sends a request, whatever becomes of it.
  RawHttp.Answer hold(RawRequest request) {
    RawHttp.Answer answer = http.send(request);
    String what = seed + request + " -> " + answer;
    assertThat(answer.status()).as(what).isBetween(200, 499);
    assertThat(INNER_WORDS).as(what).noneMatch(answer.body()::contains);
    if (answer.status() >= 400) {
      if (!request.method().equals("HEAD")) {
        checkRefusal(answer, what);
      }
      assertThat(rows()).as(what).isEqualTo(rows);
    } else if (!Set.of("GET", "HEAD").contains(request.method())) {
      settle();
    }
    return answer;
  }

  private void checkRefusal(RawHttp.Answer answer, String what) {
    JsonNode body = json(answer, what);
    if (answer.status() == 422 && answer.header("content-type").equals("application/json")) {
      assertThat(body.get("refused")).as(what).isEqualTo(body.get("received"));
      assertThat(body.get("lines").size()).as(what).isPositive();
      body.get("lines").forEach(line -> checkProblems(line.get("problems"), what));
      return;
    }
    assertThat(answer.header("content-type")).as(what).isEqualTo("application/problem+json");
    assertThat(body.get("type").stringValue()).as(what).startsWith("urn:entente:problem:");
    assertThat(body.get("status").intValue()).as(what).isEqualTo(answer.status());
    assertThat(List.of(body.get("title"), body.get("detail")))
        .as(what)
        .allSatisfy(sentence -> assertThat(sentence.stringValue()).endsWith("."));
    if (Set.of(413, 422).contains(answer.status()) || body.has("problems")) {
      checkProblems(body.get("problems"), what);
    }
  }

  private static void checkProblems(JsonNode problems, String what) {
    assertThat(problems.size()).as(what).isPositive();
    for (JsonNode problem : problems) {
      assertThat(problem.has("pointer") ^ problem.has("parameter")).as(what).isTrue();
      assertThat(problem.get("kind").stringValue()).as(what).isNotEmpty();
      assertThat(problem.get("detail").stringValue()).as(what).isNotEmpty();
    }
  }

  private static JsonNode json(RawHttp.Answer answer, String what) {
    try {
      return Api.JSON.readTree(answer.body());
    } catch (JacksonException e) {
      throw new AssertionError(what, e);
    }
  }

  /// Sends a request that is right.
  RawHttp.Answer accept(RawRequest request) {
    RawHttp.Answer answer = hold(request);
    assertThat(answer.status()).as(seed + request + " -> " + answer).isBetween(200, 299);
    return answer;
  }

  /// Sends a request that is wrong at places that are known.
  ///
  /// @param places each must be named in the answer, or a place below it
  RawHttp.Answer refuse(RawRequest request, Set<String> places) {
    RawHttp.Answer answer = hold(request);
    String what = seed + places + " " + request + " -> " + answer;
    assertThat(answer.status()).as(what).isBetween(400, 499);
    Set<String> named = places(json(answer, what));
    assertThat(places)
        .as(what)
        .allMatch(place -> named.stream().anyMatch(name -> (name + "/").startsWith(place + "/")));
    return answer;
  }

  private static Set<String> places(JsonNode body) {
    Stream<JsonNode> ofLines =
        StreamSupport.stream(body.path("lines").spliterator(), false)
            .flatMap(line -> StreamSupport.stream(line.get("problems").spliterator(), false));
    Stream<JsonNode> ofAll = StreamSupport.stream(body.path("problems").spliterator(), false);
    return Stream.concat(ofLines, ofAll)
        .map(problem -> problem.optional("pointer").orElseGet(() -> problem.get("parameter")))
        .map(JsonNode::stringValue)
        .collect(Collectors.toSet());
  }

  /// Waits until nothing goes on in the background, and takes what is stored then as it should be.
  void settle() {
    service.settle();
    Api.until(() -> database.sql(RUNNING).query(Integer.class).single() == 0);
    rows = rows();
  }

  private String rows() {
    return database.sql(ROWS).query(String.class).single();
  }
}
