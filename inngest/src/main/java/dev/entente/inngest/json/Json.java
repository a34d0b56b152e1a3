package dev.entente.inngest.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.NullNode;

/// A JSON value (RFC 8259): what functions, steps and events give and take. Immutable.
///
/// It is made of records, collections, texts, numbers and `java.time` values, and read into them
/// again. No Java class is ever named in it: whoever reads says which type is expected. Unknown
/// members are ignored, absent ones are `null` or an empty `Optional`.
///
/// The one class that knows the JSON library.
public final class Json {
  /// The value `null`.
  public static final Json NULL = new Json(NullNode.getInstance());

  private static final int DEEPEST = 1_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(
              new SimpleModule()
                  .addSerializer(Json.class, new Writer())
                  .addDeserializer(Json.class, new Reader()))
          .build();

  private final JsonNode node;

  private Json(JsonNode node) {
    this.node = node;
  }

  /// What a value is.
  enum Kind {
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }

  /// Reads one value.
  ///
  /// @param utf8 the value and nothing behind it
  /// @throws MalformedJsonException if it is no JSON, or nested deeper than 1,000
  public static Json parse(byte[] utf8) {
    try {
      JsonNode node = MAPPER.readTree(utf8);
      if (node.isMissingNode()) {
        throw MalformedJsonException.at(1, 1);
      }
      return new Json(node);
    } catch (StreamConstraintsException e) {
      throw MalformedJsonException.beyondLimits();
    } catch (JacksonException e) {
      var location = e.getLocation();
      throw location == null
          ? MalformedJsonException.at(1, 1)
          : MalformedJsonException.at(location.getLineNr(), location.getColumnNr());
    }
  }

  /// Reads one value.
  ///
  /// @throws MalformedJsonException if it is no JSON, or nested deeper than 1,000
  public static Json parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Makes a value of a Java one.
  ///
  /// @param value a record, a collection, a text, a number, a `java.time` value, a `Json`, or
  ///   `null`
  /// @throws IllegalArgumentException if JSON cannot hold it, such as an object that holds itself
  public static Json of(@Nullable Object value) {
    try {
      return value instanceof Json json ? json : new Json(MAPPER.valueToTree(value));
    } catch (JacksonException | StackOverflowError e) {
      throw new IllegalArgumentException("no JSON can be made of this " + nameOf(value), e);
    }
  }

  private static String nameOf(@Nullable Object value) {
    return value == null ? "null" : value.getClass().getName();
  }

  /// Reads this value as a Java one.
  ///
  /// @return `null` if this value is
  /// @throws IllegalArgumentException if it is none of this type; the text of the value is not told
  public <T> T as(Class<T> type) {
    return read(type.getTypeName(), () -> MAPPER.treeToValue(node, type));
  }

  /// Reads this value as one of a generic type, such as `new TypeToken<List<Order>>() {}`.
  ///
  /// @return `null` if this value is
  /// @throws IllegalArgumentException if it is none of this type; the text of the value is not told
  public <T> T as(TypeToken<T> type) {
    return read(
        type.type().getTypeName(),
        () -> MAPPER.treeToValue(node, MAPPER.constructType(type.type())));
  }

  private static <T> T read(String type, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("this JSON is no " + type + place(e), withoutValue(e));
    }
  }

  private static String place(JacksonException e) {
    var place = new StringBuilder();
    for (JacksonException.Reference reference : e.getPath()) {
      String name = reference.getPropertyName();
      place.append('/').append(name == null ? String.valueOf(reference.getIndex()) : name);
    }
    return place.isEmpty() ? "" : " at " + place;
  }

  // The library quotes the values that it could not read.
  private static IllegalArgumentException withoutValue(JacksonException e) {
    var cause = new IllegalArgumentException(e.getClass().getSimpleName());
    cause.setStackTrace(e.getStackTrace());
    return cause;
  }

  Kind kind() {
    return switch (node.getNodeType()) {
      case OBJECT, POJO -> Kind.OBJECT;
      case ARRAY -> Kind.ARRAY;
      case STRING, BINARY -> Kind.TEXT;
      case NUMBER -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
      case NULL, MISSING -> Kind.NULL;
    };
  }

  /// How many objects and arrays are nested in each other, 0 for any other value.
  public int depth() {
    return depth(node);
  }

  private static int depth(JsonNode node) {
    int deepest = 0;
    for (JsonNode child : node) {
      deepest = Math.max(deepest, depth(child));
    }
    return node.isContainer() ? deepest + 1 : 0;
  }

  /// Tells whether this is `null`.
  public boolean isNull() {
    return node.isNull();
  }

  /// Tells whether this is an object.
  public boolean isObject() {
    return node.isObject();
  }

  /// Tells whether this is an array.
  public boolean isArray() {
    return node.isArray();
  }

  /// A member of this object.
  ///
  /// @return empty if there is none, if it is `null`, or if this is no object
  public Optional<Json> find(String member) {
    JsonNode value = node.get(member);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(new Json(value));
  }

  /// The members of this object, in its order; none if this is no object.
  public Map<String, Json> members() {
    Map<String, Json> members = LinkedHashMap.newLinkedHashMap(node.size());
    node.properties().forEach(entry -> members.put(entry.getKey(), new Json(entry.getValue())));
    return members;
  }

  /// How many members this object or elements this array has; 0 for any other value.
  public int size() {
    return node.size();
  }

  /// The elements of this array; none if this is no array.
  public List<Json> elements() {
    List<Json> elements = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(element -> elements.add(new Json(element)));
    }
    return elements;
  }

  /// The text, if this is one.
  public Optional<String> text() {
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  /// The number, if this is one without a fraction, `-2^63..2^63 - 1`.
  public OptionalLong integer() {
    return node.isNumber() && node.canConvertToLong() && node.canConvertToExactIntegral()
        ? OptionalLong.of(node.longValue())
        : OptionalLong.empty();
  }

  /// The number as a double, if this is one that a double can hold.
  OptionalDouble number() {
    OptionalDouble value = node.isNumber() ? node.doubleValueOpt() : OptionalDouble.empty();
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? value
        : OptionalDouble.empty();
  }

  /// The number in full, if this is one that a double can hold, more or less.
  BigDecimal decimal() {
    return node.decimalValue();
  }

  /// The first number that would change if it were kept as a double.
  ///
  /// @return where it is, such as ` at /lines/0/price`; empty if all come back as they went
  public Optional<String> firstInexactNumber() {
    return InexactNumbers.first(this);
  }

  /// Tells whether this is `true`.
  public boolean isTrue() {
    return node.isBoolean() && node.booleanValue();
  }

  /// Tells whether this is `false`.
  public boolean isFalse() {
    return node.isBoolean() && !node.booleanValue();
  }

  /// The canonical form (RFC 8785).
  ///
  /// @return UTF-8; empty if there is none, because of a number that no double can hold, or half of
  ///   a pair of surrogates
  public Optional<byte[]> canonical() {
    return CanonicalJson.write(this);
  }

  /// The same as [#toBytes], where they give the same value again.
  ///
  /// @return empty if a text has half of a pair of surrogates, which has no bytes
  public Optional<byte[]> toExactBytes() {
    return CanonicalJson.utf8(toString());
  }

  /// The JSON text in UTF-8, without blanks; half of a pair of surrogates, which has no bytes,
  /// becomes a question mark.
  public byte[] toBytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The JSON text, without blanks.
  @Override
  public String toString() {
    return MAPPER.writeValueAsString(node);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Json json && node.equals(json.node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  private static final class Writer extends ValueSerializer<Json> {
    @Override
    public void serialize(Json value, JsonGenerator generator, SerializationContext context) {
      generator.writeTree(value.node);
    }
  }

  private static final class Reader extends ValueDeserializer<Json> {
    @Override
    public Json deserialize(JsonParser parser, DeserializationContext context) {
      return new Json(context.readTree(parser));
    }

    @Override
    public Json getNullValue(DeserializationContext context) {
      return NULL;
    }
  }
}
