package dev.entente.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The document of a job posting, as a phrase that names only what matters to a test.
public final class PostingJson {
  private final String id;
  private String company = "acme";
  private final List<String> fields = new ArrayList<>();
  private List<String> domains = List.of("backend");
  private List<String> skills = List.of("Java");

  private PostingJson(String id) {
    this.id = id;
  }

  /// A posting of an id, for back-end work, which asks for Java.
  public static PostingJson aPosting(String id) {
    return new PostingJson(id);
  }

  /// In other domains.
  public PostingJson in(String... names) {
    domains = List.of(names);
    return this;
  }

  /// Which asks for other skills.
  public PostingJson asking(String... names) {
    skills = List.of(names);
    return this;
  }

  /// Of a company.
  public PostingJson of(String companyId) {
    company = companyId;
    return this;
  }

  /// Which looks for nobody.
  public PostingJson inactive() {
    return with("active", "false");
  }

  /// With a field more.
  ///
  /// @param value JSON
  public PostingJson with(String field, String value) {
    fields.add("\"%s\":%s".formatted(field, value));
    return this;
  }

  /// The document on one line.
  public String json() {
    Stream<String> required =
        Stream.of(
            "\"id\":\"%s\"".formatted(id),
            "\"companyId\":\"%s\"".formatted(company),
            "\"title\":\"Java developer\"",
            "\"domains\":" + CandidateJson.array(domains),
            "\"skills\":" + CandidateJson.array(skills));
    return Stream.concat(required, fields.stream()).collect(Collectors.joining(",", "{", "}"));
  }
}
