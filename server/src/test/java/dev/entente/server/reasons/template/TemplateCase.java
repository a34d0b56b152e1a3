package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.vocabulary.WhiteSpace;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A case of `reasons.txt`.
record TemplateCase(String title, ReasonFacts facts, String french, String english) {
  @Override
  public String toString() {
    return title;
  }

  static List<TemplateCase> all() {
    try (InputStream page = TemplateCase.class.getResourceAsStream("reasons.txt")) {
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n== ", -1)).skip(1).map(TemplateCase::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TemplateCase of(String block) {
    List<String> lines = block.lines().toList();
    Map<String, String> parts = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        parts.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    ReasonFacts facts =
        new ReasonFacts(
            entries(parts, "required").map(TemplateCase::skill).toList(),
            entries(parts, "wished").map(TemplateCase::skill).toList(),
            entries(parts, "domains").map(TemplateCase::domain).toList(),
            numbers(parts.getOrDefault("figures", "")),
            numbers(parts.getOrDefault("bands", "")),
            Confidence.valueOf(parts.getOrDefault("confidence", "")));
    return new TemplateCase(
        lines.getFirst(), facts, parts.getOrDefault("fr", ""), parts.getOrDefault("en", ""));
  }

  private static Stream<String> entries(Map<String, String> parts, String key) {
    return Arrays.stream(parts.getOrDefault(key, "").split(", ", -1))
        .map(WhiteSpace::trim)
        .filter(entry -> !entry.isEmpty());
  }

  private static Skill skill(String entry) {
    Optional<SkillEvidence> evidence =
        switch (mark(entry)) {
          case "+++" -> Optional.of(SkillEvidence.ASSESSED);
          case "++" -> Optional.of(SkillEvidence.USED);
          case "+" -> Optional.of(SkillEvidence.DECLARED);
          default -> Optional.empty();
        };
    return new Skill(name(entry), evidence);
  }

  private static Domain domain(String entry) {
    return new Domain(name(entry), mark(entry).equals("+"));
  }

  private static Optional<String> name(String entry) {
    String name = entry.substring(0, entry.lastIndexOf(' '));
    return name.equals("?") ? Optional.empty() : Optional.of(name);
  }

  private static String mark(String entry) {
    return entry.substring(entry.lastIndexOf(' ') + 1);
  }

  private static Map<String, Integer> numbers(String line) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String entry : line.split(" ", -1)) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        numbers.put(entry.substring(0, equals), Integer.valueOf(entry.substring(equals + 1)));
      }
    }
    return numbers;
  }
}
