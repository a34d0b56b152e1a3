package dev.entente.durable.expression;

import dev.cel.common.values.NullValue;
import dev.entente.inngest.json.Json;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON as CEL reads it. Of one thread.
///
/// Only what is asked for is converted: an expression looks at a few members of an event that may
/// be megabytes.
final class CelOfJson {
  private CelOfJson() {}

  static Object convert(Json json) {
    if (json.isObject()) {
      return new Members(json);
    }
    if (json.isArray()) {
      return new Elements(json);
    }
    return json.text().map(Object.class::cast).orElseGet(() -> single(json));
  }

  private static Object single(Json json) {
    if (json.isNull()) {
      return NullValue.NULL_VALUE;
    }
    if (json.isTrue() || json.isFalse()) {
      return json.isTrue();
    }
    // Not one conditional expression, which would make a double of both.
    if (json.integer().isPresent()) {
      return json.integer().getAsLong();
    }
    return json.as(Double.class);
  }

  private static final class Members extends AbstractMap<String, Object> {
    private final Json json;
    private @Nullable Map<String, Object> converted;

    private Members(Json json) {
      this.json = json;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
      return members().get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return members().containsKey(key);
    }

    @Override
    public int size() {
      return json.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return members().entrySet();
    }

    private Map<String, Object> members() {
      if (converted == null) {
        converted =
            json.members().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Entry::getKey, e -> convert(e.getValue())));
      }
      return converted;
    }
  }

  private static final class Elements extends AbstractList<Object> {
    private final Json json;
    private @Nullable List<Object> converted;

    private Elements(Json json) {
      this.json = json;
    }

    @Override
    public Object get(int index) {
      if (converted == null) {
        converted = json.elements().stream().map(CelOfJson::convert).toList();
      }
      return converted.get(index);
    }

    @Override
    public int size() {
      return json.size();
    }
  }
}
