package dev.entente.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// One route as the service's own description has it.
///
/// @param operation its part of the description
/// @param schema the name of its body's; empty where it reads none
record ApiRoute(String method, String path, JsonNode operation, String schema) {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  /// All routes.
  static List<ApiRoute> of(JsonNode openApi) {
    List<ApiRoute> routes = new ArrayList<>();
    openApi
        .get("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, operation) ->
                        routes.add(
                            new ApiRoute(
                                method.toUpperCase(Locale.ROOT),
                                path,
                                operation,
                                schemaOf(operation)))));
    return routes;
  }

  private static String schemaOf(JsonNode operation) {
    for (JsonNode content : operation.path("requestBody").path("content")) {
      String reference = content.get("schema").path("$ref").asString();
      if (!reference.isEmpty()) {
        return reference.replaceFirst(".*/", "");
      }
    }
    return "";
  }

  boolean isImport() {
    return path.startsWith("/api/import/");
  }

  boolean hasBody() {
    return !schema.isEmpty();
  }

  /// Tells whether it needs to be told of which job posting.
  boolean isOfAPosting() {
    return operation.path("parameters").toString().contains("\"jobPostingId\"");
  }

  boolean hasId() {
    return path.contains("{id}");
  }

  /// A request without a body.
  ///
  /// @param id as it stands in the address, where the route has one
  RawRequest to(String id) {
    return RawRequest.of(method, path.replace("{id}", id));
  }

  /// A request with a body of the first type that the route reads.
  RawRequest to(String id, byte[] body) {
    return hasBody() ? to(id).sending(isImport() ? LINES : JSON, body) : to(id);
  }

  /// The same route with a query.
  ApiRoute asking(String query) {
    return new ApiRoute(method, path + "?" + query, operation, schema);
  }
}
