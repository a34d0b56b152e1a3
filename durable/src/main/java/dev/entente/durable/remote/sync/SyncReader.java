package dev.entente.durable.remote.sync;

import dev.entente.durable.remote.http.Reply;
import dev.entente.inngest.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the answer to an in-band sync.
///
/// @param place of the app, for messages
/// @param expectedId the name that it must have; empty for any
public record SyncReader(String place, Optional<String> expectedId) {
  private static final int LONGEST_ID = 255;

  /// All that an app tells.
  public record Told(String appId, List<FunctionReader.Told> functions) {}

  /// Reads an answer.
  ///
  /// @throws IllegalArgumentException that names the app, the function, and what is wrong with it
  /// @throws UncheckedIOException if the app does not tell
  public Told read(Reply reply) {
    if (!reply.isOfAnSdk()) {
      throw refusal(
          "no SDK has answered, but something such as a proxy (status %d, X-Inngest-SDK is missing): %s"
              .formatted(reply.status(), reply.excerpt()));
    }
    if (reply.status() != 200) {
      throw refusal(
          "the app refuses to tell its functions (status %d): %s"
              .formatted(reply.status(), reply.excerpt()));
    }
    Json body = reply.json().filter(Json::isObject).orElse(Json.NULL);
    Optional<Json> functions = body.find("functions").filter(Json::isArray);
    if (functions.isEmpty()) {
      throw refusal(
          "the app does not tell its functions in its answer: let it (INNGEST_ALLOW_IN_BAND_SYNC=1)");
    }
    String appId = appId(body);
    return new Told(appId, functions(appId, functions.get().elements()));
  }

  private UncheckedIOException refusal(String message) {
    return new UncheckedIOException(new IOException(place + ": " + message));
  }

  private String appId(Json body) {
    String told = body.find("app_id").flatMap(Json::text).orElse("");
    if (told.isEmpty() || told.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "%s: the app_id of an app has 1 to %d characters".formatted(place, LONGEST_ID));
    }
    if (expectedId.isPresent() && !expectedId.get().equals(told)) {
      throw new IllegalArgumentException(
          "%s: this is the app %s, and %s was expected: correct one of the two"
              .formatted(place, told, expectedId.get()));
    }
    return told;
  }

  private static List<FunctionReader.Told> functions(String appId, List<Json> all) {
    var reader = new FunctionReader(appId);
    Set<String> ids = new HashSet<>();
    List<FunctionReader.Told> functions = new ArrayList<>();
    for (Json json : all) {
      FunctionReader.Told function = reader.read(json);
      if (!ids.add(function.definition().id())) {
        throw new IllegalArgumentException(
            "app %s tells two functions with the id %s"
                .formatted(appId, function.definition().id()));
      }
      functions.add(function);
    }
    return functions;
  }
}
