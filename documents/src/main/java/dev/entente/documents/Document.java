package dev.entente.documents;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A document that was checked, with the JSON it was read from, so that it can be kept and given
/// back as it came.
///
/// @param content what it says, as far as ranking needs it
/// @param json all of it; nobody changes it
public record Document<T>(T content, JsonNode json) {
  /// The document as compact JSON; its fields keep their order.
  public String text() {
    return json.toString();
  }

  /// The id that every document has.
  public String id() {
    return json.get("id").stringValue();
  }

  /// A text that stands directly in the document; empty where it is absent.
  public Optional<String> text(String field) {
    return json.optional(field).filter(JsonNode::isString).map(JsonNode::stringValue);
  }
}
