package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.spending.Report;
import dev.entente.server.reasons.spending.Spending;
import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiStandIn;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is asked of a model is paid for: only facts that changed are asked about, each once, and
/// nothing more once somebody says stop.
class ReasonCostDatabaseTest {
  private static final int AT_ONCE = 2;

  private final Gate gate = new Gate();
  private GeminiStandIn gemini;
  private TestService service;
  private Api api;
  private int seen;

  @BeforeEach
  void start() throws IOException {
    gemini = GeminiStandIn.start(ModelService.KEY, InstantSource.system());
    gemini.otherwise(gate.before(GeminiBehaviour.success()));
    service =
        ModelService.start(
            gemini, Map.of("ENTENTE_REASONS_CONCURRENCY", Integer.toString(AT_ONCE)));
    api = service.api();
  }

  @AfterEach
  void end() {
    gate.open();
    service.close();
    gemini.close();
  }

  @Test
  void onlyChangedFactsAreAskedAboutAndEqualOnesOnce() {
    ModelService.importAll(
        api,
        List.of(posting("p-1"), posting("p-2")),
        List.of(
            aCandidate("twin-1").json(),
            aCandidate("twin-2").json(),
            since("2026-05"),
            since("2019-05")));
    ModelService.awaitEnd(service);
    int lists = 2;
    assertThat(asked()).hasSize(3 * lists).doesNotHaveDuplicates();

    Apprentices.turnMonth(service);
    api.run();
    ModelService.awaitEnd(service);
    assertThat(asked()).as("those whose months are counted one by one").hasSize(lists);

    NightData.move(api, 0);
    api.run();
    ModelService.awaitEnd(service);
    assertThat(asked()).as("the means moved").isEmpty();

    int calls = gemini.requests().size();
    api.store(aCandidate("twin-1").tested(90));
    ModelService.awaitEnd(service);
    assertThat(asked()).as("one candidate changed").hasSize(lists);
    assertThat(gemini.requests().size() - calls).isLessThanOrEqualTo(lists);
    assertThat(ModelService.sources(service)).containsOnly("GEMINI");
  }

  @Test
  void whoComesBackFindsTheTextOfEachList() {
    ModelService.importAll(
        api, List.of(posting("p-1"), posting("p-2")), List.of(aCandidate("c").json()));
    ModelService.awaitEnd(service);
    asked();
    api.store(aCandidate("c").optedOut());
    service.settle();

    api.store(aCandidate("c"));
    ModelService.awaitEnd(service);

    assertThat(asked()).isEmpty();
    assertThat(ModelService.sources(service)).containsExactly("GEMINI", "GEMINI");
  }

  private static String posting(String id) {
    return aPosting(id).asking("Java", "Kafka").with("description", "\"" + id + "\"").json();
  }

  private static String since(String month) {
    return aCandidate("since-" + month)
        .with(
            "experiences",
            "[{\"title\":\"work\",\"domain\":\"backend\",\"skills\":[],\"from\":\"%s\"}]"
                .formatted(month))
        .json();
  }

  /// What a model was asked to write since this was called last.
  private List<String> asked() {
    List<String> asked =
        gemini.requests().stream()
            .skip(seen)
            .flatMap(request -> Wire.of(request).matchings().stream())
            .toList();
    seen = gemini.requests().size();
    return asked;
  }

  @Test
  void stoppedRunSpendsNoMore() {
    int postings = 10;
    ModelService.importAll(api, Apprentices.postings(postings), Apprentices.candidates());
    ModelService.awaitEnd(service);
    asked();
    gate.close();
    Apprentices.turnMonth(service);
    UUID run = UUID.fromString(api.run().get("id").stringValue());
    Api.until(() -> gemini.inFlight() == AT_ONCE);

    service.part(Spending.class).stop(run);
    gate.open();
    ModelService.awaitEnd(service);

    Report report = service.part(Spending.class).report(run);
    assertThat(report.isStopped()).isTrue();
    assertThat(report.usage().total()).isEqualTo(AT_ONCE);
    assertThat(report.texts().fallbacks())
        .isEqualTo(Map.of("STOPPED", (long) (postings - AT_ONCE) * Apprentices.COUNT));
    assertThat(asked()).hasSize(AT_ONCE * Apprentices.COUNT);
  }
}
