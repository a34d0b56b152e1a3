package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;

/// Job postings that pages about postings show.
final class SomePostings {
  private SomePostings() {}

  /// Stores one that a candidate fits and one that is not active.
  static void store(TestService service) {
    service.api().store(aCandidate("c-1").knowing("Java").with("firstName", "\"Ada\""));
    service.api().store(aCandidate("c-2").knowing("Kubernetes"));
    service.api().store(aCandidate("c-3").in("law").knowing("Java"));
    service.api().store(aPosting("p-1").with("contractType", "\"FIXED_TERM\""));
    service.api().store(aPosting("p-2").in("law").asking("Law").inactive());
    service.settle();
  }

  /// Stores one whose company and title are as long as they may be.
  ///
  /// @return the path of its page
  static String storeLong(TestService service) {
    String path = "/postings/long";
    service
        .api()
        .put(
            "/api" + path,
            aPosting("long").of("c".repeat(128)).json().replace("developer", "é".repeat(1_000)));
    return path;
  }
}
