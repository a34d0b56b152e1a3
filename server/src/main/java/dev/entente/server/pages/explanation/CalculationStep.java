package dev.entente.server.pages.explanation;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.server.pages.wording.Wording;
import java.util.List;

/// One number of a calculation, so that every digit can be followed.
///
/// @param term what the number is, in words
/// @param code its name in the API
/// @param value the whole number itself
/// @param formula how it comes from its parts; empty for a counted or given number
/// @param parts in the order the formula reads them
public record CalculationStep(
    String term, String code, String value, String formula, List<CalculationStep> parts) {
  public static CalculationStep of(Explanation number, EvidenceWords words) {
    Wording wording = words.wording();
    String value = wording.whole(number.value());
    return switch (number) {
      case Explanation.Fact fact ->
          new CalculationStep(term(fact, words), fact.term(), value, "", List.of());
      case Explanation.Calculation calculation ->
          new CalculationStep(
              term(calculation.term(), wording),
              calculation.term(),
              value,
              formula(calculation, wording),
              calculation.parts().stream().map(part -> of(part, words)).toList());
    };
  }

  // Where one skill was counted, the reader wants to know which.
  private static String term(Explanation.Fact fact, EvidenceWords words) {
    String term = term(fact.term(), words.wording());
    return fact.evidence().size() == 1
            && fact.evidence().getFirst() instanceof Evidence.Skill(var skill, _, _)
        ? words.wording().text("place.titled", term, words.names().of(skill))
        : term;
  }

  // A criterion's part of the total goes by the criterion's name.
  private static String term(String code, Wording wording) {
    return wording.find("term." + code).orElseGet(() -> wording.text("criterion." + code));
  }

  private static String formula(Explanation.Calculation calculation, Wording wording) {
    List<String> parts =
        calculation.parts().stream().map(part -> operand(part.value(), wording)).toList();
    return switch (calculation.operation()) {
      case SUM -> String.join(" + ", parts);
      case PRODUCT -> String.join(" × ", parts);
      case DIFFERENCE -> String.join(" − ", parts);
      case ROUNDED_QUOTIENT -> wording.text("operation.rounded", String.join(" ÷ ", parts));
      case MINIMUM -> wording.text("operation.least", listed(parts, wording));
      case MAXIMUM -> wording.text("operation.greatest", listed(parts, wording));
      case ROUNDED_COSINE ->
          wording.text("operation.rounded", "%s × %s ÷ √(%s × %s)".formatted(parts.toArray()));
    };
  }

  private static String listed(List<String> parts, Wording wording) {
    return parts.stream().reduce((a, b) -> wording.text("operation.and", a, b)).orElseThrow();
  }

  private static String operand(long value, Wording wording) {
    String shown = wording.whole(value);
    return value < 0 ? "(" + shown + ")" : shown;
  }
}
