package dev.entente.inngest.function;

import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.TypeToken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Something that happened. Immutable.
///
/// Its name, id and version have at most 512 characters, none of them a control character or half
/// of a pair of surrogates.
///
/// @param name 1 to 512 characters, such as `shop/order.placed`
/// @param data an object
/// @param id starts no function twice within 24 hours; empty lets the server make one
/// @param time when it happened, to the millisecond, in the years 1980 to 2100; empty means when it
///   is sent
/// @param version of the shape of `data`
public record Event(
    String name, Json data, Optional<String> id, Optional<Instant> time, Optional<String> version) {
  private static final int LONGEST = 512;
  // A code point of the class Cs is a surrogate whose other half is missing.
  private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
  private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Json NO_DATA = Json.of(Map.of());

  public Event {
    require(
        !name.isEmpty() && name.length() <= LONGEST,
        "the name of an event has 1 to %d characters, got: %d".formatted(LONGEST, name.length()));
    requirePlain("name", name);
    id.ifPresent(text -> requirePlain("id", text));
    version.ifPresent(text -> requirePlain("version", text));
    require(data.isObject(), "the data of an event are an object; put other values into one");
    require(
        time.isEmpty() || (!time.get().isBefore(EARLIEST) && time.get().isBefore(LATEST)),
        "the time of an event is in the years 1980 to 2100, got: " + time.orElse(EARLIEST));
  }

  private static void requirePlain(String what, String text) {
    require(
        text.length() <= LONGEST,
        "the %s of an event has at most %d characters, got: %d"
            .formatted(what, LONGEST, text.length()));
    require(
        !UNUSABLE.matcher(text).find(),
        "the %s of an event has a control character, or half of a pair of surrogates"
            .formatted(what));
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /// An event without data.
  public static Event of(String name) {
    return of(name, NO_DATA);
  }

  /// An event with data.
  ///
  /// @param data a record or a map: what JSON writes as an object
  /// @throws IllegalArgumentException if JSON writes it as something else, or not at all
  public static Event of(String name, Object data) {
    return new Event(name, Json.of(data), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same with an id.
  public Event withId(String identifier) {
    return new Event(name, data, Optional.of(identifier), time, version);
  }

  /// The same at a time.
  public Event at(Instant instant) {
    return new Event(name, data, id, Optional.of(instant), version);
  }

  /// The same with a version.
  public Event withVersion(String text) {
    return new Event(name, data, id, time, Optional.of(text));
  }

  /// The data as a Java value.
  ///
  /// @throws IllegalArgumentException if they are none of this type
  public <T> T data(Class<T> type) {
    return data.as(type);
  }

  /// The data as a Java value of a generic type.
  ///
  /// @throws IllegalArgumentException if they are none of this type
  public <T> T data(TypeToken<T> type) {
    return data.as(type);
  }

  /// Reads an event as the server sends it. What is not known is passed over.
  ///
  /// @throws IllegalArgumentException if it has no name, or a text that no event has
  public static Event read(Json json) {
    String name =
        json.find("name")
            .flatMap(Json::text)
            .orElseThrow(() -> new IllegalArgumentException("an event has no name"));
    return new Event(
        name,
        json.find("data").filter(Json::isObject).orElse(NO_DATA),
        json.find("id").flatMap(Json::text),
        json.find("ts").flatMap(Event::readTime),
        json.find("v").flatMap(Json::text));
  }

  private static Optional<Instant> readTime(Json json) {
    var millis = json.integer();
    return millis.isPresent()
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
            .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST))
        : Optional.empty();
  }

  /// The event as the server reads it.
  public Json toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("data", data);
    id.ifPresent(value -> json.put("id", value));
    time.ifPresent(value -> json.put("ts", value.toEpochMilli()));
    version.ifPresent(value -> json.put("v", value));
    return Json.of(json);
  }
}
