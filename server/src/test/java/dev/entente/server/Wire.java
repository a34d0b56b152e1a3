package dev.entente.server;

import dev.entente.testkit.GeminiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a request to Gemini holds, taken apart.
///
/// @param request its body, with an empty text where the document was
/// @param document what the model is told of a posting and its matchings
record Wire(GeminiRequest sent, JsonNode request, ObjectNode document) {
  private static final String TEXT = "text";

  /// Takes a request apart.
  static Wire of(GeminiRequest sent) {
    JsonNode request = Api.JSON.readTree(sent.body());
    var part = (ObjectNode) request.at("/contents/0/parts/0");
    var document = (ObjectNode) Api.JSON.readTree(part.get(TEXT).stringValue());
    part.put(TEXT, "");
    return new Wire(sent, request, document);
  }

  /// The text that tells the model what to do.
  String instruction() {
    return request.at("/systemInstruction/parts/0/text").stringValue();
  }

  /// Title and text of the posting, as they were sent.
  JsonNode posting() {
    return document.get("posting");
  }

  /// What is said of each matching, in words that are the same whichever request they are in.
  List<String> matchings() {
    List<String> matchings = new ArrayList<>();
    for (JsonNode matching : document.get("matchings")) {
      matchings.add(posting() + " " + ((ObjectNode) matching.deepCopy()).without("key"));
    }
    return matchings;
  }

  /// Every text in it, names of fields and headers too, but what its posting says.
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    texts.add(sent.uri());
    sent.headers()
        .forEach(
            (name, values) -> {
              texts.add(name);
              texts.addAll(values);
            });
    gather(request, texts);
    gather(document.deepCopy().without("posting"), texts);
    return texts;
  }

  private static void gather(JsonNode node, List<String> texts) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      texts.add(field.getKey());
      gather(field.getValue(), texts);
    }
    if (node.isArray()) {
      node.forEach(element -> gather(element, texts));
    } else if (node.isValueNode()) {
      texts.add(node.asString());
    }
  }
}
