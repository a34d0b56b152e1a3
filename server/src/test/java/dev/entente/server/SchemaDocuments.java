package dev.entente.server;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Right documents made by chance from the schemas that the service publishes. Not thread-safe.
final class SchemaDocuments {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String ID_SIGNS = "abcXYZ0189._:-";
  private static final List<String> LANGUAGES = List.of("fr", "en-GB", "zh-Hant-TW", "x-own", "DE");
  private static final List<String> TEXTS =
      List.of(
          "é", "€", "😀", "語", "\"", "\\", "\n", "\t", "'", "{0}", ";", ",", "<b>", "%00", "\u007F",
          "\u200B", " ", "a", "Z", "--", "$1");
  private static final int HIGHEST_WEIGHTS = 10_000;
  // Four bytes each, and twelve as an escape: a document may have few texts of full length.
  private static final int LONG = 200;
  private static final int RARELY = 300;
  private static final Duration TEN_YEARS = Duration.ofDays(3_650);

  private final JsonNode schemas;
  private final Random random;
  private int ids;

  /// @param openApi the description of the API
  SchemaDocuments(JsonNode openApi, Random random) {
    schemas = openApi.get("components").get("schemas");
    this.random = random;
  }

  /// A schema itself, where this is a reference to it.
  JsonNode resolved(JsonNode schema) {
    JsonNode reference = schema.get("$ref");
    return reference == null
        ? schema
        : schemas.get(reference.stringValue().replace("#/components/schemas/", ""));
  }

  /// A document of a schema.
  ObjectNode document(String schema) {
    return (ObjectNode) value(schemas.get(schema));
  }

  /// The schema of a name.
  JsonNode schema(String name) {
    return schemas.get(name);
  }

  /// A value that is right.
  JsonNode value(JsonNode reference) {
    JsonNode schema = resolved(reference);
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
    }
    return switch (schema.get("type").stringValue()) {
      case "object" -> schema.has("properties") ? object(schema) : free(3);
      case "array" -> array(schema);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "number" -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(10_001), 2));
      case "integer" -> JSON.numberNode(random.nextInt(10_001));
      case "string" -> JSON.stringNode(text(schema));
      default -> throw new IllegalArgumentException("no values of " + schema);
    };
  }

  private ObjectNode object(JsonNode schema) {
    if (says(schema, "all sum to 10000")) {
      return weights(schema);
    }
    List<String> required = texts(schema.path("required"));
    ObjectNode object = JSON.objectNode();
    for (String name : shuffled(schema.get("properties").propertyNames())) {
      JsonNode property = resolved(schema.get("properties").get(name));
      if (required.contains(name) || says(property, "at least one") || random.nextInt(10) < 6) {
        object.set(name, value(property));
      } else if (random.nextInt(10) == 0) {
        object.putNull(name);
      }
    }
    putInOrder(object);
    return object;
  }

  private static boolean says(JsonNode schema, String words) {
    return schema.path("description").asString().toLowerCase(Locale.ROOT).contains(words);
  }

  private List<String> shuffled(Iterable<String> names) {
    List<String> shuffled = new ArrayList<>();
    names.forEach(shuffled::add);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  // No schema can say that an experience ends after it begins.
  private static void putInOrder(ObjectNode object) {
    JsonNode from = object.path("from");
    JsonNode to = object.path("to");
    if (from.isString() && to.isString() && to.stringValue().compareTo(from.stringValue()) < 0) {
      object.set("from", to);
      object.set("to", from);
    }
  }

  private ObjectNode weights(JsonNode schema) {
    ObjectNode weights = JSON.objectNode();
    int rest = HIGHEST_WEIGHTS;
    for (String name : shuffled(schema.get("properties").propertyNames())) {
      boolean isLast = weights.size() + 1 == schema.get("properties").size();
      int weight = isLast ? rest : random.nextInt(rest + 1);
      weights.put(name, weight);
      rest -= weight;
    }
    return weights;
  }

  private ArrayNode array(JsonNode schema) {
    int least = says(schema, "at least one") ? 1 : 0;
    int most = schema.path("maxItems").asInt(300);
    int size = random.nextInt(40) == 0 && most <= 40 ? most : least + random.nextInt(4);
    ArrayNode array = JSON.arrayNode();
    IntStream.range(0, size).forEach(_ -> array.add(value(schema.get("items"))));
    return array;
  }

  /// Any JSON at all.
  private JsonNode free(int depth) {
    ObjectNode object = JSON.objectNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = text(random.nextInt(4));
      switch (random.nextInt(depth > 0 ? 7 : 5)) {
        case 0 -> object.putNull(name);
        case 1 -> object.put(name, random.nextBoolean());
        case 2 -> object.put(name, new BigDecimal(random.nextInt() + "e" + random.nextInt(-9, 99)));
        case 3 -> object.put(name, text(random.nextInt(9)));
        case 4 -> object.put(name, random.nextLong());
        case 5 -> object.set(name, JSON.arrayNode().add(free(depth - 1)).add(JSON.nullNode()));
        default -> object.set(name, free(depth - 1));
      }
    }
    return object;
  }

  private String text(JsonNode schema) {
    String form = schema.path("format").asString() + schema.path("pattern").asString();
    if (form.contains("A-Za-z0-9._:-")) {
      return id();
    }
    return switch (form) {
      case "date-time" -> instant();
      case "date" -> LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000)).toString();
      default -> {
        if (form.contains("\\d{4}")) {
          yield "%04d-%02d".formatted(1990 + random.nextInt(37), 1 + random.nextInt(12));
        }
        yield says(schema, "bcp 47") ? oneOf(LANGUAGES) : words(schema);
      }
    };
  }

  private String words(JsonNode schema) {
    int most = schema.path("maxLength").asInt(100);
    String first = schema.has("minLength") ? "n" : "";
    return first
        + switch (random.nextInt(most > LONG ? RARELY : 30)) {
          case 0 -> "😀".repeat(most - first.length());
          case 1 -> "";
          default -> text(random.nextInt(12));
        };
  }

  private String text(int length) {
    return IntStream.range(0, length).mapToObj(_ -> oneOf(TEXTS)).reduce("", String::concat);
  }

  /// An id that no other document of this source has.
  String id() {
    ids++;
    String signs =
        random
            .ints(random.nextInt(10), 0, ID_SIGNS.length())
            .mapToObj(i -> ID_SIGNS.substring(i, i + 1))
            .reduce("", String::concat);
    return random.nextInt(20) == 0 ? "x".repeat(120) + ids : signs + "-" + ids;
  }

  // At most a day ahead of the clock of tests.
  private String instant() {
    Instant instant =
        TestService.NOW
            .plus(Duration.ofDays(1))
            .minusSeconds(random.nextLong(TEN_YEARS.toSeconds()))
            .minusNanos(random.nextInt(3) * 123_456_789L);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.atOffset(ZoneOffset.ofHoursMinutes(random.nextInt(-11, 0), -30)));
  }

  private String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::stringValue).toList();
  }
}
