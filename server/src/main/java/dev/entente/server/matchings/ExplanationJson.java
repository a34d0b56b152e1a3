package dev.entente.server.matchings;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/// Writes an explanation as a tree of `term`, `value`, and either `operation` and `parts` or
/// `evidence`.
final class ExplanationJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final SerializedString TERM = new SerializedString("term");
  private static final SerializedString VALUE = new SerializedString("value");
  private static final SerializedString OPERATION = new SerializedString("operation");
  private static final SerializedString PARTS = new SerializedString("parts");
  private static final SerializedString EVIDENCE = new SerializedString("evidence");
  private static final SerializedString PLACES = new SerializedString("places");

  // Terms and names of enums are few and stand in every answer: each is encoded once.
  private static final Map<String, SerializedString> CODES = new ConcurrentHashMap<>();

  private ExplanationJson() {}

  static String of(Explanation explanation) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(explanation, json);
    }
    return text.toString();
  }

  private static void write(Explanation explanation, JsonGenerator json) {
    json.writeStartObject();
    json.writeName(TERM);
    json.writeString(code(explanation.term()));
    json.writeName(VALUE);
    json.writeNumber(explanation.value());
    switch (explanation) {
      case Explanation.Fact(_, _, var evidence) -> {
        if (!evidence.isEmpty()) {
          json.writeName(EVIDENCE);
          json.writeStartArray();
          evidence.forEach(one -> write(one, json));
          json.writeEndArray();
        }
      }
      case Explanation.Calculation calculation -> {
        json.writeName(OPERATION);
        json.writeString(code(calculation.operation().name()));
        json.writeName(PARTS);
        json.writeStartArray();
        calculation.parts().forEach(part -> write(part, json));
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private static SerializedString code(String text) {
    return CODES.computeIfAbsent(text, SerializedString::new);
  }

  private static void write(Evidence evidence, JsonGenerator json) {
    json.writeStartObject();
    switch (evidence) {
      case Evidence.Skill(var skill, var shown, var places) -> {
        json.writeStringProperty("skill", skill.value());
        json.writeStringProperty("shown", shown.name());
        write(places, json);
      }
      case Evidence.MissingSkill(var skill) ->
          json.writeStringProperty("missingSkill", skill.value());
      case Evidence.Domain(var domain) -> json.writeStringProperty("domain", domain.value());
      case Evidence.MissingDomain(var domain) ->
          json.writeStringProperty("missingDomain", domain.value());
      case Evidence.Place(var place, var value) -> {
        json.writeNumberProperty("value", value);
        write(List.of(place), json);
      }
      case Evidence.Result(var place, var id, var result) -> {
        json.writeStringProperty("result", id);
        json.writeNumberProperty("value", result);
        write(List.of(place), json);
      }
      case Evidence.Badge(var place, var code, var tier) -> {
        json.writeStringProperty("badge", code);
        json.writeStringProperty("tier", tier.name());
        write(List.of(place), json);
      }
      case Evidence.Token(var token) -> json.writeStringProperty("token", token);
    }
    json.writeEndObject();
  }

  private static void write(List<String> places, JsonGenerator json) {
    json.writeName(PLACES);
    json.writeStartArray();
    places.forEach(json::writeString);
    json.writeEndArray();
  }
}
