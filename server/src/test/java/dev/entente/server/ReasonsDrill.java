package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.ops.DatabaseUrl;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.template.TemplateReasons;
import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiStandIn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures how long it takes to give half a million matchings their reasons, and whether a model
/// that may be called 60 times a minute ever is more often. Takes minutes, so it is no part of the
/// gate: `./entente test --drills`.
class ReasonsDrill {
  private static final int POSTINGS = Integer.getInteger("entente.drill.postings", 10_000);
  private static final int LISTED = 50;
  private static final int CANDIDATES = 1_500;
  private static final int THREADS = 2;
  private static final double MOST_SECONDS = 30;

  private static final int ASKED_POSTINGS = 100;
  private static final int ASKED_CANDIDATES = 10;
  private static final int A_MINUTE = 60;

  @TempDir private Path folder;

  @Test
  void aModelWritesAThousandReasonsWithinItsLimits() throws Exception {
    DatabaseUrl url = TestService.newDatabase();
    try (GeminiStandIn gemini = GeminiStandIn.start(ModelService.KEY, InstantSource.system())) {
      gemini.limitedTo(A_MINUTE).otherwise(GeminiBehaviour.success().after(Duration.ofSeconds(2)));
      Map<String, String> settings =
          ModelService.settings(
              gemini, Map.of("ENTENTE_REASONS_REQUESTS_PER_MINUTE", Integer.toString(A_MINUTE)));
      try (var process = new ServiceProcess(folder, NightCrash.environment(url, settings));
          Connection connection = connect(url)) {
        Api api = process.api();
        long start = System.nanoTime();
        ModelService.importAll(api, Apprentices.postings(ASKED_POSTINGS), candidates());
        Api.until(
            Duration.ofMillis(250), () -> written(connection) == ASKED_POSTINGS * ASKED_CANDIDATES);

        System.out.printf(
            "reasons of a model: %d in %.1f s, %d calls, %d of them too many%n",
            written(connection), seconds(start), gemini.requests().size(), gemini.violations());
        assertThat(gemini.violations()).isZero();
      }
    }
  }

  private static List<String> candidates() {
    return IntStream.range(0, ASKED_CANDIDATES)
        .mapToObj(i -> aCandidate("c-" + i).tested(10 * i).json())
        .toList();
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            url.jdbcUrl(), url.user().orElseThrow(), url.password().orElseThrow());
    connection.setSchema("entente");
    return connection;
  }

  private static int written(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM \"CandidateMatching\" WHERE \"aiReasonSource\" = 'GEMINI'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void templatesTellHalfAMillionMatchings() throws Exception {
    try (TestService service = TestService.open()) {
      NightData.fill(service.api(), POSTINGS, CANDIDATES);
      service.settle();
      run(service, true); // warms up
      double unchanged = run(service, false);
      double all = run(service, true);
      double texts = writeTexts(POSTINGS * LISTED);

      System.out.printf(
          "templates: %d texts in %.1f s on %d threads; generation with new reasons %.1f s, with"
              + " unchanged ones %.1f s: ratio %.2f, texts alone %.2f of it%n",
          POSTINGS * LISTED, texts, THREADS, all, unchanged, all / unchanged, texts / unchanged);
      assertThat(texts).isLessThan(MOST_SECONDS);
    }
  }

  /// Runs a generation.
  ///
  /// @param anew whether it finds that all facts have changed
  /// @return how long it took, in seconds
  private static double run(TestService service, boolean anew) {
    if (anew) {
      service.database().sql("UPDATE \"CandidateMatching\" SET \"factsDigest\" = 0").update();
    }
    service.clock.advance(Duration.ofMinutes(1));
    long start = System.nanoTime();
    assertThat(service.api().run().get("status").stringValue()).isEqualTo("COMPLETED");
    return seconds(start);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double writeTexts(int count) throws Exception {
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Long>> parts =
          IntStream.range(0, THREADS)
              .mapToObj(thread -> threads.submit(() -> write(thread, count / THREADS)))
              .toList();
      for (Future<Long> part : parts) {
        assertThat(part.get()).isGreaterThan(40L * (count / THREADS));
      }
    } finally {
      threads.shutdownNow();
    }
    return seconds(start);
  }

  /// @return how many characters were written
  private static long write(int thread, int count) {
    long characters = 0;
    for (int i = 0; i < count; i++) {
      ReasonLanguage language = i % 2 == 0 ? ReasonLanguage.FRENCH : ReasonLanguage.ENGLISH;
      characters += TemplateReasons.write(facts(THREADS * i + thread), language).length();
    }
    return characters;
  }

  private static ReasonFacts facts(int number) {
    return new ReasonFacts(
        List.of(skill("Java", number), skill("SQL", number / 2), skill("Go", number / 3)),
        List.of(skill("Kafka", number / 5)),
        List.of(new Domain(Optional.of("backend"), number % 7 != 0)),
        Map.of(
            "months",
            number % 24,
            "askedMonths",
            24,
            "testResults",
            2,
            "testMean",
            number % 20 * 5),
        Map.of(),
        Confidence.of(number % 10_000));
  }

  private static Skill skill(String name, int number) {
    SkillEvidence[] all = SkillEvidence.values();
    int choice = number % (all.length + 1);
    return new Skill(
        Optional.of(name), choice == all.length ? Optional.empty() : Optional.of(all[choice]));
  }
}
