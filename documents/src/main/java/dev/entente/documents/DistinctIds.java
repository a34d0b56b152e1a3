package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads the objects of one list and refuses an id that stood in it before.
final class DistinctIds<T> implements ValueReader<T> {
  private final ValueReader<T> reader;
  private final Map<String, Pointer> placeById = new HashMap<>();

  DistinctIds(ValueReader<T> reader) {
    this.reader = reader;
  }

  @Override
  public Optional<T> read(Value value) {
    Optional<T> element = reader.read(value);
    JsonNode id = value.node().get("id");
    if (id != null && id.isString()) {
      Pointer earlier = placeById.putIfAbsent(id.stringValue(), value.pointer());
      if (earlier != null) {
        value.at("id").wrong(Kind.DUPLICATE_ID, Quoted.of(id.stringValue()), earlier);
      }
    }
    return element;
  }
}
