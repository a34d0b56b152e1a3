package dev.entente.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The document of a candidate, as a phrase that names only what matters to a test.
public final class CandidateJson {
  private final String id;
  private final List<String> fields = new ArrayList<>();
  private List<String> domains = List.of("backend");
  private List<String> skills = List.of("Java");

  private CandidateJson(String id) {
    this.id = id;
  }

  /// A candidate of an id, in back-end work, who knows Java.
  public static CandidateJson aCandidate(String id) {
    return new CandidateJson(id);
  }

  /// Who works in other domains.
  public CandidateJson in(String... names) {
    domains = List.of(names);
    return this;
  }

  /// Who knows other skills.
  public CandidateJson knowing(String... names) {
    skills = List.of(names);
    return this;
  }

  /// Who did technical tests, all in back-end work and about Java.
  ///
  /// @param scores points
  public CandidateJson tested(int... scores) {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      tests.add(
          """
          {"id":"t-%d","domain":"backend","skill":"Java","score":%d,"comment":"seen",\
          "companyId":"acme","completedAt":"2026-01-01T00:00:00Z"}"""
              .formatted(i, scores[i]));
    }
    return with("technicalTests", "[" + String.join(",", tests) + "]");
  }

  /// Who wants to be matched with nothing.
  public CandidateJson optedOut() {
    return with("optedOut", "true");
  }

  /// With a field more.
  ///
  /// @param value JSON
  public CandidateJson with(String field, String value) {
    fields.add("\"%s\":%s".formatted(field, value));
    return this;
  }

  /// The document on one line.
  public String json() {
    Stream<String> required =
        Stream.of(
            "\"id\":\"%s\"".formatted(id),
            "\"domains\":" + array(domains),
            "\"skills\":" + array(skills));
    return Stream.concat(required, fields.stream()).collect(Collectors.joining(",", "{", "}"));
  }

  static String array(List<String> texts) {
    return texts.stream()
        .map(text -> "\"" + text + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
