package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Addresses, methods and headers that nobody in their right mind sends, to every route.
class StrangeRequestsDatabaseTest {
  private static final String GIF = "image/gif";
  private static final List<String> IDS =
      List.of(
          "",
          ".",
          "..",
          "%2e",
          "%2E%2e",
          "x/..",
          "x/../y",
          "../..",
          "..%2f..%2fetc%2fpasswd",
          "..;/",
          "%2F",
          "a%2Fb",
          "/",
          "//",
          "a/b",
          "%5C",
          "a%5Cb",
          "\\",
          ";",
          "a;b=c",
          "a%3Bb",
          "%00",
          "a%00",
          "%",
          "%2",
          "%zz",
          "%u0041",
          "a%25b",
          "%25",
          "%E2%82",
          "%ED%A0%80",
          "%C0%80",
          "\u00E9",
          "%C3%A9",
          "%F0%9F%98%80",
          "%EF%BB%BF",
          "%20",
          "a%20b",
          "a b",
          "%0A",
          "%0D%0AX:%201",
          "%09",
          "%7F",
          "{0}",
          "%7B0%7D",
          "%27",
          "'",
          "\"",
          "%22",
          "<b>",
          "%3Cb%3E",
          "a+b",
          "a&b",
          "a=b",
          "a@b",
          "a,b",
          "~",
          "*",
          "(x)",
          "[x]",
          "%5Bx%5D",
          "|",
          "^",
          "`",
          "#",
          "a%23b",
          "?",
          "a%3Fb",
          "null",
          "${x}",
          "-",
          "x".repeat(129),
          "x".repeat(2_000),
          "x".repeat(9_000),
          "%41".repeat(500));

  private final TestService service = TestService.shared();
  private final Api api = service.api();
  private final List<ApiRoute> routes = ApiRoute.of(api.get("/api/openapi").json());

  @BeforeEach
  void thereIsSomethingToLose() {
    api.store(aCandidate("x"));
    api.store(aPosting("x"));
    service.settle();
    api.run();
  }

  private ApiLaws laws() {
    return new ApiLaws(service, 0);
  }

  /// A body that the route would take.
  private static byte[] body(ApiRoute route) {
    return switch (route.schema()) {
      case "Candidate" -> aCandidate("x").optedOut().json().getBytes(UTF_8);
      case "JobPosting" -> aPosting("x").inactive().json().getBytes(UTF_8);
      case "StatusChange" -> "{\"status\":\"REJECTED\"}".getBytes(UTF_8);
      case "JobPostingReference" -> "{\"jobPostingId\":\"x\"}".getBytes(UTF_8);
      case "GenerationRequest" -> "{\"jobPostingIds\":[\"x\"]}".getBytes(UTF_8);
      case "RerunRequest" -> "{\"from\":\"close-run\"}".getBytes(UTF_8);
      default -> new byte[0];
    };
  }

  @Test
  void strangeIdNamesNothing() {
    ApiLaws laws = laws();

    for (ApiRoute route : routes) {
      for (String id : route.hasId() ? IDS : List.<String>of()) {
        RawHttp.Answer answer = laws.hold(route.to(id, body(route)));
        assertThat(answer.status())
            .as("%s %s: %s", route.method(), route.path(), id)
            .isBetween(400, 499);
      }
    }
  }

  @Test
  void queryThatCannotBeReadIsRefused() {
    ApiLaws laws = laws();

    for (ApiRoute route : routes) {
      for (String query :
          List.of(
              "%00=1",
              "a%00b=1",
              "=1",
              "limit=%zz",
              "%zz=1",
              "lang=%zz",
              "limit=%C3%28",
              "%ED%A0%80",
              "a[b]={}",
              "a%5Bb%5D=1",
              "\u00E9",
              "a=\"",
              "limit=" + "9".repeat(9_000))) {
        RawHttp.Answer answer = laws.hold(route.asking(query).to("x", body(route)));
        assertThat(answer.status()).as("%s: %s", route, query).isBetween(400, 499);
      }
      laws.hold(route.asking("&&&").to("nobody", "{}".getBytes(UTF_8)));
      laws.hold(route.asking("lang=%00").to("nobody", "{}".getBytes(UTF_8)));
    }
  }

  @Test
  void methodThatARouteDoesNotKnowIsRefused() {
    ApiLaws laws = laws();

    for (String path : routes.stream().map(ApiRoute::path).collect(Collectors.toSet())) {
      Set<String> known =
          routes.stream()
              .filter(route -> route.path().equals(path))
              .map(ApiRoute::method)
              .collect(Collectors.toSet());
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
        if (!known.contains(method)) {
          RawHttp.Answer answer = laws.hold(RawRequest.of(method, path.replace("{id}", "x")));
          assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
          assertThat(answer.header("allow").split(", ?")).as(path).containsAll(known);
        }
      }
      for (String method :
          List.of("TRACE", "BREW", "get", "PROPFIND", "X".repeat(300), "G\u00C9T", "\"")) {
        RawHttp.Answer answer = laws.hold(RawRequest.of(method, path.replace("{id}", "x")));
        assertThat(answer.status()).as(method + " " + path).isBetween(400, 499);
      }
      laws.hold(RawRequest.of("HEAD", path.replace("{id}", "x")));
      laws.hold(RawRequest.of("OPTIONS", path.replace("{id}", "x")));
    }
  }

  @Test
  void bodyOfAnotherTypeIsRefused() {
    ApiLaws laws = laws();

    for (ApiRoute route : routes) {
      for (String type :
          List.of(
              "text/plain",
              "application/xml",
              "application/x-www-form-urlencoded",
              "",
              ";;;",
              "garbage",
              "multipart/form-data",
              "multipart/form-data; boundary=x",
              "application/json, text/plain",
              "application/problem+json",
              GIF + "; x=" + "y".repeat(5_000))) {
        if (route.hasBody()) {
          RawHttp.Answer answer = laws.hold(route.to("x").sending(type, body(route)));
          // A form's fields are parameters, which a route whose body may be missing does not know.
          List<Integer> refusals = type.contains("urlencoded") ? List.of(415, 400) : List.of(415);
          assertThat(answer.status()).as("%s as %s", route.path(), type).isIn(refusals);
        }
      }
    }
  }

  @Test
  void routeThatWritesNothingAcceptableDoesNothing() {
    ApiLaws laws = laws();

    for (ApiRoute route : routes) {
      for (String accepted : List.of(GIF, "text/html", "application/json;q=0", ";;;", "garbage")) {
        laws.hold(route.to("x", new byte[0]).with("Accept: " + accepted));
      }
      boolean answersOwnType = !Set.of("GET", "PUT", "DELETE").contains(route.method());
      if (answersOwnType) {
        RawHttp.Answer answer = laws.hold(route.to("x", body(route)).with("Accept: " + GIF));
        assertThat(answer.status()).as("%s %s", route.method(), route.path()).isEqualTo(406);
      }
    }
  }

  @Test
  void brokenHttpIsRefusedInWords() {
    ApiLaws laws = laws();
    String some = "0123456789";

    for (String header :
        List.of(
            "Host: evil.example",
            "Host:",
            "Host: 127.0.0.1:x",
            "Host: 127.0.0.1\r\nHost: 127.0.0.1",
            "Origin: null",
            "Origin: http://evil.example",
            "Origin: \u0080",
            "Origin: x y",
            "Sec-Fetch-Site: cross-site",
            "Content-Length: -1",
            "Content-Length: 3\r\nContent-Length: 4",
            "Content-Length: x",
            "Transfer-Encoding: chunked\r\nContent-Length: 3",
            "X(y): 1",
            "X: " + some.repeat(900),
            "X: 1\r\n".repeat(300) + "Y: 1",
            ": no name",
            "no colon",
            "Accept: \u0080",
            "Accept-Language: \u0080",
            "Expect: nonsense",
            "X: a\u0000b",
            "X: a\rb")) {
      RawHttp.Answer answer = laws.hold(RawRequest.of("PUT", "/api/candidates/x").with(header));
      assertThat(answer.status()).as(header).isBetween(400, 499);
    }
  }

  @Test
  void bodyThatEndsTooEarlyIsRefused() {
    ApiLaws laws = laws();

    for (ApiRoute route : routes) {
      if (route.hasBody() && !route.isImport()) {
        byte[] half = "{\"id\":".getBytes(UTF_8);
        List<RawRequest> requests =
            List.of(
                route.to("x", half).with("Content-Length: 1000"),
                route.to("x", half).with("Transfer-Encoding: chunked"),
                route.to("x", "5\r\n{\"id\"".getBytes(UTF_8)).with("Transfer-Encoding: chunked"),
                route.to("x", half).with("Content-Encoding: gzip"));
        for (RawRequest request : requests) {
          assertThat(laws.hold(request).status()).as(request.toString()).isBetween(400, 499);
        }
      }
    }
  }

  @Test
  void headersThatMeanNothingHereChangeNothing() {
    ApiLaws laws = laws();

    for (String header :
        List.of(
            "Range: bytes=5-1",
            "If-None-Match: *",
            "If-Match: x",
            "Cookie: lang=x; ;;=\u0080",
            "Accept-Language: ;;;q=9",
            "Accept-Language: " + "fr,".repeat(500),
            "Accept-Charset: x",
            "Accept-Encoding: x",
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-Host: evil.example",
            "Forwarded: host=evil.example",
            "Authorization: Bearer \u0080",
            "Authorization: Basic !",
            "TE: trailers",
            "Upgrade: h2c\r\nConnection: close",
            "Content-Type: ;;;",
            "If-Modified-Since: never",
            "Expect: 100-continue",
            "Sec-Fetch-Site: same-origin")) {
      RawHttp.Answer answer = laws.hold(RawRequest.of("GET", "/api/candidates/x").with(header));
      assertThat(answer.status()).as(header).isEqualTo(200);
      assertThat(answer.body()).as(header).isEqualTo(aCandidate("x").json());
    }
  }
}
