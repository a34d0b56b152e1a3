package dev.entente.inngest.peer;

import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.MalformedJsonException;
import java.util.Map;
import java.util.TreeMap;

/// An answer as places and values: `/status`, `/headers/…`, `/body/…`.
///
/// What differs from call to call is told by its kind: stacks, signatures, ports.
final class PeerAnswer {
  private PeerAnswer() {}

  static Map<String, String> of(int status, Map<String, String> headers, byte[] body) {
    Map<String, String> values = new TreeMap<>();
    values.put("/status", String.valueOf(status));
    headers.forEach((name, value) -> values.put("/headers/" + name, value));
    values.replace("/headers/x-inngest-signature", "<signature>");
    values.replace("/headers/content-length", "<length>");
    add("/body", parsed(body), values);
    return values;
  }

  private static Json parsed(byte[] body) {
    try {
      return Json.parse(body);
    } catch (MalformedJsonException e) {
      return Json.of("<no JSON of " + body.length + " bytes>");
    }
  }

  static void add(String place, Json json, Map<String, String> values) {
    if (json.isObject() && !json.members().isEmpty()) {
      json.members().forEach((name, value) -> add(place + "/" + name, value, values));
    } else if (json.isArray() && !json.elements().isEmpty()) {
      for (int i = 0; i < json.elements().size(); i++) {
        add(place + "/" + i, json.elements().get(i), values);
      }
    } else {
      values.put(place, place.endsWith("/stack") ? "<stack>" : json.toString());
    }
  }
}
