package dev.entente.server.doctor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A diagnosis for programs: one document, whose names and ids stay the same.
public final class JsonReport {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonReport() {}

  /// The document, with the end of its last line.
  public static String of(Diagnosis diagnosis) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("state", diagnosis.state().name());
    document.put("version", diagnosis.version());
    document.put("checkedAt", diagnosis.at().toString());
    document.put("checks", diagnosis.findings().stream().map(JsonReport::check).toList());
    return MAPPER.writeValueAsString(document) + "\n";
  }

  private static Map<String, @Nullable Object> check(Finding finding) {
    Map<String, @Nullable Object> check = new LinkedHashMap<>();
    check.put("id", finding.id());
    check.put("state", finding.state().name());
    check.put("message", finding.message());
    check.put("advice", finding.advice().orElse(null));
    return check;
  }
}
