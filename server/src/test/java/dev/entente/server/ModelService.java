package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.testkit.GeminiStandIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A service whose reasons the stand-in for Gemini writes.
final class ModelService {
  static final String KEY = "open-sesame";

  private ModelService() {}

  /// Starts one that may call as often as it likes.
  ///
  /// @param more settings
  static TestService start(GeminiStandIn gemini, Map<String, String> more) {
    return TestService.explaining(settings(gemini, more));
  }

  /// Settings of one that may call as often as it likes, and what else is set.
  static Map<String, String> settings(GeminiStandIn gemini, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("GEMINI_API_KEY", KEY);
    settings.put("GEMINI_BASE_URL", gemini.baseUrl());
    settings.put("GEMINI_TERMS", "paid");
    settings.put("ENTENTE_REASONS_REQUESTS_PER_MINUTE", "10000");
    settings.put("ENTENTE_REASONS_TOKENS_PER_MINUTE", "100000000");
    for (String budget :
        List.of("TOKENS_PER_DAY", "TOKENS_PER_RUN", "COST_PER_DAY", "COST_PER_RUN")) {
      settings.put("ENTENTE_REASONS_" + budget, "none");
    }
    settings.putAll(more);
    return settings;
  }

  /// Imports documents that are new.
  static void importAll(Api api, List<String> postings, List<String> candidates) {
    importAll(api, "candidates", candidates);
    importAll(api, "postings", postings);
  }

  private static void importAll(Api api, String kind, List<String> documents) {
    Api.Answer answer =
        api.post("/api/import/" + kind, "application/x-ndjson", String.join("\n", documents));
    assertThat(answer.json().get("created").intValue()).isEqualTo(documents.size());
  }

  /// Waits until no reason is awaited.
  static void awaitEnd(TestService service) {
    service.settle();
    Api.until(() -> !isWaiting(service));
  }

  /// Tells whether reasons are awaited.
  static boolean isWaiting(TestService service) {
    return service
        .database()
        .sql("SELECT EXISTS (SELECT FROM reason_request)")
        .query(Boolean.class)
        .single();
  }

  /// Who wrote the reasons of all matchings.
  static List<String> sources(TestService service) {
    return service
        .database()
        .sql("SELECT \"aiReasonSource\" FROM \"CandidateMatching\"")
        .query((row, _) -> row.getString(1))
        .list();
  }
}
