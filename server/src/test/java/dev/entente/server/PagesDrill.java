package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Measures how long the service takes for each page, with 100,000 candidates, 2,000 job postings
/// and 100,000 matchings in the embedded database, all on this machine: one request after the
/// other, each for another posting, matching or candidate.
///
/// Takes minutes, so it is no part of the gate: `./entente test --drills`.
class PagesDrill {
  private static final int CANDIDATES = Integer.getInteger("entente.drill.candidates", 100_000);
  private static final int POSTINGS = Integer.getInteger("entente.drill.postings", 2_000);
  private static final int WARM_UP = 200;
  private static final int REQUESTS = 200;
  private static final int MOST_MILLIS = 50;
  private static final int COMPARED = 4;
  private static final String LIST = "/api/matching?limit=50&jobPostingId=";

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(1);

  @Test
  void pagesAreMadeFast() throws Exception {
    try (var service = new ServiceProcess(folder)) {
      Api api = service.api();
      new ImportedCandidates(api).upTo(CANDIDATES);
      DrillPostings.store(api, POSTINGS);
      service.settle();
      String run = "/runs/" + api.run().get("id").stringValue();

      Map<String, Latencies> pages = new LinkedHashMap<>();
      pages.put("postings", measure(api, _ -> "/"));
      pages.put("postings, searched", measure(api, _ -> "/?q=developer"));
      pages.put("postings, few", measure(api, _ -> "/?q=developer&list=few"));
      pages.put("postings, best first", measure(api, _ -> "/?sort=-best"));
      pages.put("new posting", measure(api, _ -> "/postings/new"));
      pages.put("list", measure(api, one -> "/postings/" + one.posting()));
      pages.put("comparison", measure(api, one -> compare(api, one)));
      pages.put("file", measure(api, one -> "/postings/" + one.posting() + "/matchings.csv"));
      pages.put("match", measure(api, one -> "/matchings/" + one.matching()));
      pages.put("candidates", measure(api, _ -> "/candidates"));
      pages.put("candidates, searched", measure(api, _ -> "/candidates?q=martin"));
      pages.put("candidates, last page", measure(api, _ -> "/candidates?page=1000000"));
      pages.put("candidate", measure(api, one -> "/candidates/" + one.candidate()));
      pages.put(
          "why not",
          measure(
              api,
              one ->
                  "/candidates/%s/postings/%s"
                      .formatted(one.candidate(), DrillPostings.id(random.nextInt(POSTINGS)))));
      pages.put("runs", measure(api, _ -> "/runs"));
      pages.put("run", measure(api, _ -> run));
      pages.put("functions", measure(api, _ -> "/functions"));
      pages.put("events", measure(api, _ -> "/events"));
      pages.put("installation", measure(api, _ -> "/installation"));
      pages.forEach(PagesDrill::print);
      assertSoftly(
          softly ->
              pages.forEach(
                  (name, latencies) ->
                      softly.assertThat(latencies.at(50)).as(name).isLessThan(MOST_MILLIS)));
    }
  }

  /// A matching that a page is asked for.
  private record One(String posting, String matching, String candidate) {}

  private One any(Api api) {
    String posting = DrillPostings.id(random.nextInt(POSTINGS));
    JsonNode list = api.get(LIST + posting).json().get("matches");
    if (list.isEmpty()) {
      return any(api);
    }
    JsonNode matching = list.get(random.nextInt(list.size()));
    return new One(
        posting,
        matching.get("id").stringValue(),
        matching.get("candidate").get("id").stringValue());
  }

  /// Compares all that stand on a first page, or as many as can be beside each other.
  private static String compare(Api api, One one) {
    JsonNode list = api.get(LIST + one.posting()).json().get("matches");
    return "/postings/%s/compare?%s"
        .formatted(
            one.posting(),
            list.valueStream()
                .limit(COMPARED)
                .map(matching -> "m=" + matching.get("id").stringValue())
                .collect(Collectors.joining("&")));
  }

  private Latencies measure(Api api, Function<One, String> page) throws Exception {
    var latencies = new Latencies();
    for (int i = 0; i < WARM_UP + REQUESTS; i++) {
      URI uri = URI.create(api.url() + page.apply(any(api)));
      long start = System.nanoTime();
      int status = status(uri);
      if (i >= WARM_UP) {
        latencies.add(status, start);
      }
    }
    assertThat(latencies.errors).hasValue(0);
    return latencies;
  }

  private int status(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", "text/html").build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static void print(String page, Latencies latencies) {
    System.out.printf(
        "%s: p50 %.1f ms, p90 %.1f ms, max %.1f ms%n",
        page, latencies.at(50), latencies.at(90), latencies.at(100));
  }
}
