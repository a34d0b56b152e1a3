package dev.entente.server.reasons.model;

import dev.entente.server.reasons.model.CallFailure.RateLimited;
import dev.entente.server.reasons.model.CallFailure.Refused;
import dev.entente.server.reasons.model.CallFailure.Unavailable;
import dev.entente.server.reasons.model.CallFailure.Why;
import dev.entente.server.reasons.model.LimitedBody.Body;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer that says no. What it says in words is not told on: it may quote the key.
///
/// Google's errors are those of `google.rpc.Status` with `RetryInfo`, `QuotaFailure` and
/// `ErrorInfo`; others have an `error` with a `code` or a `type`.
///
/// @param error the object of that name; a missing node if there is none
record RefusedAnswer(int status, HttpHeaders headers, JsonNode error) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,9})?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  static RefusedAnswer of(HttpResponse<Body> response) {
    return new RefusedAnswer(
        response.statusCode(), response.headers(), error(response.body().text()));
  }

  private static JsonNode error(String body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      return (root.isArray() ? root.path(0) : root).path("error");
    } catch (JacksonException e) {
      return MAPPER.missingNode();
    }
  }

  CallFailure failure() {
    return CallFailure.of(message(), why());
  }

  private Why why() {
    if (status == TOO_MANY) {
      return new RateLimited(retryAfter(), quotaIds());
    }
    return status >= SERVER_ERROR || status == REQUEST_TIMEOUT
        ? new Unavailable(retryAfter())
        : new Refused(status);
  }

  private String message() {
    List<String> parts = new ArrayList<>(List.of("HTTP " + status));
    word(error.path("status")).ifPresent(parts::add);
    details("ErrorInfo")
        .flatMap(detail -> word(detail.path("reason")).stream())
        .forEach(parts::add);
    return String.join(" ", parts);
  }

  private List<String> quotaIds() {
    Stream<String> google =
        details("QuotaFailure")
            .flatMap(detail -> detail.path("violations").valueStream())
            .flatMap(violation -> word(violation.path("quotaId")).stream());
    Stream<String> others =
        Stream.of("code", "type").flatMap(name -> word(error.path(name)).stream());
    return Stream.concat(google, others).distinct().toList();
  }

  private Stream<JsonNode> details(String type) {
    return error
        .path("details")
        .valueStream()
        .filter(detail -> detail.path("@type").asString("").endsWith("google.rpc." + type));
  }

  private static Optional<String> word(JsonNode node) {
    return Optional.of(node.asString("")).filter(text -> WORD.matcher(text).matches());
  }

  /// The longest of what the answer tells.
  private Optional<Duration> retryAfter() {
    Stream<Duration> told =
        details("RetryInfo")
            .map(detail -> detail.path("retryDelay").asString(""))
            .filter(delay -> delay.endsWith("s"))
            .flatMap(delay -> seconds(delay.substring(0, delay.length() - 1)).stream());
    Stream<Duration> header = headers.firstValue("Retry-After").flatMap(this::wait).stream();
    return Stream.concat(told, header).max(Comparator.naturalOrder());
  }

  // A date is held against that of the answer itself, so that no two clocks have to agree.
  private Optional<Duration> wait(String header) {
    Optional<Duration> seconds = seconds(header);
    if (seconds.isPresent()) {
      return seconds;
    }
    return headers
        .firstValue("Date")
        .flatMap(RefusedAnswer::date)
        .flatMap(now -> date(header).map(then -> Duration.between(now, then)))
        .filter(wait -> !wait.isNegative());
  }

  private static Optional<Duration> seconds(String text) {
    return SECONDS.matcher(text).matches()
        ? Optional.of(Duration.parse("PT" + text + "S"))
        : Optional.empty();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
