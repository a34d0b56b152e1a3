package dev.entente.server;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Documents with something wrong at places that are known. Not thread-safe.
final class WrongDocuments {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LARGE = 300;

  /// A document and the places, as JSON Pointers, at or below which something is wrong.
  record Wrong(ObjectNode document, Set<String> places) {}

  private final SchemaDocuments right;
  private final Random random;

  WrongDocuments(SchemaDocuments right, Random random) {
    this.right = right;
    this.random = random;
  }

  /// A document of a schema with so many independent mistakes, each in another of its fields.
  Wrong document(String schema, int mistakes) {
    ObjectNode document = right.document(schema);
    JsonNode root = right.schema(schema);
    List<String> fields = new ArrayList<>(root.get("properties").propertyNames());
    fields.add("shoeSize");
    fields.add("");
    fields.add("a/b~c");
    fields.add("__proto__");
    Collections.shuffle(fields, random);
    Set<String> places = new LinkedHashSet<>();
    fields.stream()
        .limit(mistakes)
        .forEach(field -> places.add(spoilField(document, root, field, "")));
    return new Wrong(document, places);
  }

  private String spoilField(ObjectNode object, JsonNode schema, String field, String pointer) {
    String place = pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    JsonNode property = schema.get("properties").get(field);
    if (property == null) {
      object.set(field, oneOf(JSON.numberNode(1), JSON.stringNode("x"), JSON.objectNode()));
      return place;
    }
    boolean isRequired = schema.path("required").toString().contains("\"" + field + "\"");
    if (isRequired && random.nextInt(4) == 0) {
      object.remove(field);
    } else if (isRequired && random.nextInt(4) == 0) {
      object.putNull(field);
    } else {
      JsonNode value = object.path(field);
      JsonNode present = value.isNull() || value.isMissingNode() ? right.value(property) : value;
      Spoilt spoilt = spoil(present, right.resolved(property), place);
      object.set(field, spoilt.value());
      return spoilt.place();
    }
    return place;
  }

  private record Spoilt(JsonNode value, String place) {}

  private Spoilt spoil(JsonNode value, JsonNode schema, String place) {
    if (random.nextInt(5) == 0) {
      return new Spoilt(ofAnotherType(schema), place);
    }
    return switch (schema.get("type").stringValue()) {
      case "string" -> new Spoilt(JSON.stringNode(oneOf(wrongTexts(schema))), place);
      case "number" -> new Spoilt(oneOf(WRONG_SCORES), place);
      case "integer" -> new Spoilt(oneOf(WRONG_WEIGHTS), place);
      case "boolean" -> new Spoilt(ofAnotherType(schema), place);
      case "array" -> spoilArray((ArrayNode) value, schema, place);
      case "object" -> spoilObject((ObjectNode) value, schema, place);
      default -> throw new IllegalArgumentException("no mistakes in " + schema);
    };
  }

  private JsonNode ofAnotherType(JsonNode schema) {
    List<JsonNode> others =
        new ArrayList<>(
            List.of(
                JSON.objectNode(),
                JSON.arrayNode(),
                JSON.stringNode("12"),
                JSON.numberNode(new BigDecimal("1e300")),
                JSON.booleanNode(true)));
    others.removeIf(
        other ->
            switch (schema.get("type").stringValue()) {
              case "object" -> other.isObject();
              case "array" -> other.isArray();
              case "string" -> other.isString();
              case "boolean" -> other.isBoolean();
              default -> false; // 1e300 is no score and no weight
            });
    return others.get(random.nextInt(others.size()));
  }

  private Spoilt spoilArray(ArrayNode array, JsonNode schema, String place) {
    int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
    JsonNode items = right.resolved(schema.get("items"));
    if (random.nextInt(4) == 0 && most <= LARGE) {
      JsonNode one = right.value(items);
      while (one.toString().length() > LARGE) {
        one = right.value(items);
      }
      while (array.size() <= most) {
        array.add(one);
      }
      return new Spoilt(array, place);
    }
    if (array.isEmpty()) {
      array.add(right.value(items));
    }
    int index = random.nextInt(array.size());
    String element = place + "/" + index;
    if (random.nextInt(6) == 0) {
      array.setNull(index);
      return new Spoilt(array, element);
    }
    if (items.path("properties").has("id") && random.nextInt(4) == 0) {
      array.add(array.get(index).deepCopy());
      return new Spoilt(array, place + "/" + (array.size() - 1) + "/id");
    }
    Spoilt spoilt = spoil(array.get(index), items, element);
    array.set(index, spoilt.value());
    return new Spoilt(array, spoilt.place());
  }

  private Spoilt spoilObject(ObjectNode object, JsonNode schema, String place) {
    if (!schema.has("properties")) {
      object
          .putObject("deep")
          .putArray("deeper")
          .add(1)
          .add(oneOf("a\u0000b", "\uD800", "\uDC00x"));
      return new Spoilt(object, place + "/deep/deeper/1");
    }
    List<String> fields = new ArrayList<>(schema.get("properties").propertyNames());
    fields.add("shoeSize");
    String wrong = spoilField(object, schema, oneOf(fields), place);
    // A weight may be wrong in itself or for the sum of all.
    return new Spoilt(object, place.equals("/weights") ? place : wrong);
  }

  private static final List<JsonNode> WRONG_SCORES =
      numbers("-0.01", "100.01", "50.005", "1e300", "-1e300", "1e-300", "123456789012345678901");
  private static final List<JsonNode> WRONG_WEIGHTS =
      numbers("-1", "0.5", "10001", "1e300", "99999999999", "-2147483649");

  private static List<JsonNode> numbers(String... numbers) {
    return Stream.of(numbers)
        .map(number -> (JsonNode) JSON.numberNode(new BigDecimal(number)))
        .toList();
  }

  private static List<String> wrongTexts(JsonNode schema) {
    List<String> wrong = new ArrayList<>(List.of("\u0000", "a\u0000", "\uD83D", "\uDE00\uD83D"));
    if (schema.has("maxLength")) {
      int most = schema.get("maxLength").intValue();
      wrong.add("x".repeat(most + 1));
      wrong.add("😀" + "x".repeat(most));
    }
    if (schema.has("minLength")) {
      wrong.addAll(List.of("", " ", "\u00A0\u3000\t\n"));
    }
    if (schema.has("enum")) {
      wrong.addAll(List.of("", "NOPE", schema.get("enum").get(0).stringValue() + " "));
    }
    wrong.addAll(wrongForms(schema));
    return wrong;
  }

  private static List<String> wrongForms(JsonNode schema) {
    String form = schema.path("format").asString() + schema.path("pattern").asString();
    if (form.contains("A-Za-z0-9._:-")) {
      return List.of("", "a b", "é", "a/b", "a\n", "x".repeat(129));
    }
    if (form.contains("\\d{4}")) {
      return List.of("", "2020-13", "2020-00", "2020-1", "20-01", "2020-01-01", "２０２０-01");
    }
    return switch (form) {
      case "date-time" ->
          List.of(
              "",
              "2026-11-24T00:00:01Z",
              "2026-02-30T00:00:00Z",
              "2026-01-01",
              "2026-01-01T00:00:00");
      case "date" -> List.of("", "2027-02-30", "27-01-01", "2027-01-01T00:00:00Z");
      default ->
          schema.path("description").asString().equals("BCP 47")
              ? List.of("", "a", "fr_CA", "en--GB", "x".repeat(201))
              : List.of();
    };
  }

  @SafeVarargs
  private <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
