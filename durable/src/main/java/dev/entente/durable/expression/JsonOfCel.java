package dev.entente.durable.expression;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value of CEL as JSON.
final class JsonOfCel {
  private JsonOfCel() {}

  /// The same value; empty if JSON cannot hold it.
  static Optional<Json> convert(Object value) {
    try {
      return Optional.of(Json.of(plain(value)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object plain(Object value) {
    return switch (value) {
      case NullValue _ -> null;
      case com.google.protobuf.NullValue _ -> null;
      case String text -> text;
      case Boolean truth -> truth;
      case Long number -> number;
      case Double number -> number;
      case UnsignedLong number -> number.bigIntegerValue();
      case Map<?, ?> map -> members(map);
      case List<?> list -> list.stream().map(JsonOfCel::plain).toList();
      case CelByteString bytes -> HexFormat.of().formatHex(bytes.toByteArray());
      case Instant instant -> instant.toString();
      case Duration duration -> duration.toString();
      default -> throw new IllegalArgumentException(value.getClass().getName());
    };
  }

  private static Map<String, @Nullable Object> members(Map<?, ?> map) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            members.put(key instanceof String text ? text : String.valueOf(key), plain(value)));
    return members;
  }
}
