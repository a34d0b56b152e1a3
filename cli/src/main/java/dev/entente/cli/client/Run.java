package dev.entente.cli.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A generation run as the service tells of it.
///
/// @param leftOut how many candidates could not be read
/// @param phases how long each took, in the order in which they ran
/// @param error why nothing could be ranked
record Run(
    String id,
    Status status,
    String startedBy,
    Instant requestedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Postings postings,
    long leftOut,
    long matchings,
    List<Phase> phases,
    List<Failure> failures,
    Optional<String> error) {
  // It becomes part of an address.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  enum Status {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    boolean hasEnded() {
      return this != QUEUED && this != RUNNING;
    }
  }

  record Postings(long total, long written, long failed) {}

  record Phase(String name, Duration time) {}

  /// A posting that kept its rows, or a candidate who was left out.
  ///
  /// @param id whose
  record Failure(boolean isOfAPosting, String id, String reason) {}

  /// Tells whether something may be the id of a run.
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /// Reads a run.
  ///
  /// @throws tools.jackson.core.JacksonException if a field is missing or of another type
  /// @throws java.time.DateTimeException if an instant is none
  /// @throws IllegalArgumentException if the id or the status is none
  static Run of(JsonNode run) {
    return new Run(
        id(run.required("id").stringValue()),
        Status.valueOf(run.required("status").stringValue()),
        run.path("startedBy").stringValue("-"),
        Instant.parse(run.required("requestedAt").stringValue()),
        run.path("startedAt").stringValueOpt().map(Instant::parse),
        run.path("finishedAt").stringValueOpt().map(Instant::parse),
        postings(run.required("postings")),
        run.path("leftOut").longValue(0),
        run.required("matchings").longValue(),
        run.path("phases").propertyStream().map(Run::phase).toList(),
        run.path("failures").valueStream().map(Run::failure).toList(),
        run.path("error").stringValueOpt());
  }

  private static String id(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException("not an id");
    }
    return id;
  }

  private static Postings postings(JsonNode postings) {
    return new Postings(
        postings.required("total").longValue(),
        postings.required("written").longValue(),
        postings.required("failed").longValue());
  }

  private static Phase phase(Map.Entry<String, JsonNode> phase) {
    return new Phase(phase.getKey(), Duration.ofMillis(phase.getValue().longValue()));
  }

  private static Failure failure(JsonNode failure) {
    Optional<String> posting = failure.path("jobPostingId").stringValueOpt();
    return new Failure(
        posting.isPresent(),
        posting.orElseGet(() -> failure.required("candidateId").stringValue()),
        failure.required("reason").stringValue());
  }

  /// When it began, or else was asked for.
  Instant begun() {
    return startedAt.orElse(requestedAt);
  }

  /// How long it took; empty while it goes.
  Optional<Duration> time() {
    return finishedAt.map(end -> Duration.between(begun(), end));
  }

  /// How many postings and candidates failed, named or not.
  long failed() {
    return postings.failed() + leftOut;
  }

  /// Tells whether every posting was ranked.
  boolean isWhole() {
    return status == Status.COMPLETED && postings.failed() == 0;
  }
}
