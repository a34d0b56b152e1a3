package dev.entente.cli;

import dev.entente.matching.explanation.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Evidence in few words, for a terminal.
final class EvidenceText {
  private EvidenceText() {}

  static String of(List<Evidence> evidence) {
    return evidence.stream().map(EvidenceText::of).collect(Collectors.joining("; "));
  }

  private static String of(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Skill(var skill, var shown, var places) ->
          "%s %s %s"
              .formatted(
                  skill.value(), shown.name().toLowerCase(Locale.ROOT), String.join(" ", places));
      case Evidence.MissingSkill(var skill) -> skill.value() + " -";
      case Evidence.Domain(var domain) -> domain.value();
      case Evidence.MissingDomain(var domain) -> domain.value() + " -";
      case Evidence.Place(var place, var value) -> place + " " + value;
      case Evidence.Result(var place, var id, var result) -> place + " " + id + " " + result;
      case Evidence.Badge(var place, var code, var tier) -> place + " " + code + " " + tier;
      case Evidence.Token(var token) -> token;
    };
  }
}
