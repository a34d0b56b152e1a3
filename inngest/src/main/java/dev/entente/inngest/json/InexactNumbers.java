package dev.entente.inngest.json;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Finds numbers that change on their way through doubles.
final class InexactNumbers {
  private InexactNumbers() {}

  /// The place of the first, such as ` at /lines/0/price`; nothing is said of the value itself.
  static Optional<String> first(Json json) {
    return find(json, "").map(place -> place.isEmpty() ? "" : " at " + place);
  }

  private static Optional<String> find(Json json, String place) {
    return switch (json.kind()) {
      case OBJECT -> inMembers(json, place);
      case ARRAY -> inElements(json, place);
      case NUMBER -> isExact(json) ? Optional.empty() : Optional.of(place);
      case TEXT, BOOLEAN, NULL -> Optional.empty();
    };
  }

  private static Optional<String> inMembers(Json json, String place) {
    for (Map.Entry<String, Json> member : json.members().entrySet()) {
      Optional<String> found = find(member.getValue(), place + "/" + member.getKey());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inElements(Json json, String place) {
    int index = 0;
    for (Json element : json.elements()) {
      Optional<String> found = find(element, place + "/" + index++);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isExact(Json json) {
    OptionalDouble number = json.number();
    return number.isPresent()
        && new BigDecimal(Double.toString(number.getAsDouble())).compareTo(json.decimal()) == 0;
  }
}
