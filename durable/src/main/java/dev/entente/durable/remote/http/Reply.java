package dev.entente.durable.remote.http;

import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What an app has answered. The body is not copied and must not change.
public final class Reply {
  private static final int STREAMED = 201;
  private static final int LONGEST_EXCERPT = 200;
  private static final String SIGNATURE = "x-inngest-signature";

  private final int status;
  private final Map<String, String> headers = new TreeMap<>();
  private final byte[] body;

  Reply(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
    this.body = body;
  }

  /// The status of HTTP.
  public int status() {
    return status;
  }

  /// The value of a header, named in lower case.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  byte[] body() {
    return body;
  }

  /// Whether an SDK says that it has answered, and no proxy.
  public boolean isOfAnSdk() {
    return header("x-inngest-sdk").isPresent();
  }

  Optional<String> signature() {
    return header(SIGNATURE);
  }

  /// The body; empty if it is no JSON.
  public Optional<Json> json() {
    try {
      return Optional.of(Json.parse(body));
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  /// The beginning of the body, in one line.
  public String excerpt() {
    String text =
        new String(body, 0, Math.min(body.length, LONGEST_EXCERPT * 4), StandardCharsets.UTF_8);
    String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "…";
  }

  /// The answer that a streamed one envelops, as blanks that keep the connection alive and then
  /// `{"status":…,"headers":{…},"body":…}`; its own headers win. Any other is its own.
  ///
  /// @return empty if it is streamed and no such envelope
  Optional<Reply> unwrapped() {
    if (status != STREAMED) {
      return Optional.of(this);
    }
    Json envelope = json().orElse(Json.NULL);
    var inner = envelope.find("status").map(Json::integer);
    if (inner.isEmpty() || inner.get().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reply(
            Math.toIntExact(Math.clamp(inner.get().getAsLong(), 0, Short.MAX_VALUE)),
            innerHeaders(envelope),
            innerBody(envelope)));
  }

  // The signature outside is of the envelope.
  private Map<String, String> innerHeaders(Json envelope) {
    Map<String, String> merged = new TreeMap<>(headers);
    merged.remove(SIGNATURE);
    envelope
        .find("headers")
        .orElse(Json.NULL)
        .members()
        .forEach(
            (name, value) ->
                merged.put(name.toLowerCase(Locale.ROOT), value.text().orElseGet(value::toString)));
    return merged;
  }

  private static byte[] innerBody(Json envelope) {
    Json inner = envelope.find("body").orElse(Json.NULL);
    return inner
        .text()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .orElseGet(inner::toBytes);
  }
}
