package dev.entente.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What an answer has that the service's own description does not know. Not thread-safe.
final class Described {
  private final JsonNode openApi;
  private final List<String> differences = new ArrayList<>();

  private Described(JsonNode openApi) {
    this.openApi = openApi;
  }

  /// Compares an answer with the description of its route; empty where they agree.
  static List<String> differences(JsonNode openApi, ApiRoute route, RawHttp.Answer answer) {
    JsonNode response = route.operation().get("responses").get(String.valueOf(answer.status()));
    if (response == null) {
      return List.of("status " + answer.status());
    }
    JsonNode content = response.path("content").get("application/json");
    if (content == null) {
      return List.of();
    }
    var described = new Described(openApi);
    described.compare(content.get("schema"), Api.JSON.readTree(answer.body()), "");
    return described.differences;
  }

  private void compare(JsonNode reference, JsonNode value, String place) {
    JsonNode schema = resolved(reference);
    if (value.isNull() || !schema.has("type")) {
      return; // absent, or anything goes
    }
    if (!types(value).stream().anyMatch(schema.get("type").toString()::contains)) {
      differences.add(place + " is " + value.getNodeType());
    }
    if (schema.has("enum") && !schema.get("enum").toString().contains(value.toString())) {
      differences.add(place + " is " + value);
    }
    for (JsonNode name : schema.path("required")) {
      if (!value.hasNonNull(name.stringValue())) {
        differences.add(place + " lacks " + name);
      }
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      compare(schema.get("items"), value.get(i), place + "/" + i);
    }
    if (value.isObject()) {
      compareFields(schema, value, place);
    }
  }

  private void compareFields(JsonNode schema, JsonNode object, String place) {
    boolean isFree = !schema.has("properties") && !schema.path("additionalProperties").isObject();
    for (String name : isFree ? Set.<String>of() : Set.copyOf(object.propertyNames())) {
      JsonNode field = schema.path("properties").get(name);
      JsonNode known = field == null ? schema.path("additionalProperties") : field;
      if (known.isObject()) {
        compare(known, object.get(name), place + "/" + name);
      } else {
        differences.add(place + "/" + name + " is not described");
      }
    }
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString();
    return reference.isEmpty() ? schema : openApi.at(reference.substring(1));
  }

  private static Set<String> types(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> Set.of("object");
      case ARRAY -> Set.of("array");
      case STRING -> Set.of("string");
      case BOOLEAN -> Set.of("boolean");
      case NUMBER -> value.isIntegralNumber() ? Set.of("integer", "number") : Set.of("number");
      default -> Set.of();
    };
  }
}
