package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Queries with something wrong in parameters that are known.
///
/// @param query as it stands behind the question mark
/// @param names of the wrong parameters
record WrongParameters(String query, Set<String> names) {
  private static final List<String> UNKNOWN =
      List.of(
          "typo", "limits", "LIMIT", "id", "_", "offset[0]", "a.b", "class.classLoader", "é", "😀");

  /// One to four wrong parameters of an operation, or unknown ones.
  static WrongParameters of(JsonNode operation, Random random) {
    List<JsonNode> known = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.get("in").stringValue().equals("query")) {
        known.add(parameter);
      }
    }
    Collections.shuffle(known, random);
    int wrong = random.nextInt(1, 5);
    List<String> query = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    known.stream()
        .limit(wrong)
        .forEach(
            parameter -> {
              names.add(parameter.get("name").stringValue());
              query.addAll(spoilt(parameter, random));
            });
    while (names.size() < wrong) {
      String name = UNKNOWN.get(random.nextInt(UNKNOWN.size()));
      names.add(name);
      query.add(encoded(name) + "=1");
    }
    return new WrongParameters(String.join("&", query), Set.copyOf(names));
  }

  private static List<String> spoilt(JsonNode parameter, Random random) {
    String name = parameter.get("name").stringValue();
    JsonNode schema = parameter.get("schema");
    boolean isList = schema.get("type").toString().contains("array");
    if (parameter.path("required").booleanValue() && random.nextInt(3) == 0) {
      return List.of(); // missing
    }
    if (!isList && random.nextInt(5) == 0) {
      return List.of(name + "=1", name + "=1");
    }
    List<String> values = wrongValues(isList ? schema.get("items") : schema);
    return List.of(name + "=" + encoded(values.get(random.nextInt(values.size()))));
  }

  private static List<String> wrongValues(JsonNode schema) {
    if (schema.has("enum")) {
      return List.of("NOPE", "*", "a,b", "\u0000");
    }
    String type = schema.get("type").toString();
    if (type.contains("boolean")) {
      return List.of("perhaps", "2", "truefalse", "\u0000");
    }
    if (type.contains("integer") || type.contains("number")) {
      return List.of(
          "abc",
          "NaN",
          "1,5",
          "99999999999999999999",
          String.valueOf(schema.get("maximum").longValue() + 1),
          String.valueOf(schema.get("minimum").longValue() - 1),
          "1e999999999",
          "\u0000");
    }
    return schema.has("pattern")
        ? List.of("", "a b", "é", "x".repeat(129), "a\u0000", "'; --")
        : List.of("x".repeat(schema.get("maxLength").intValue() + 1), "a\u0000b");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
