package dev.entente.server.reasons.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The facts of one matching, and tables of sentences about it.
final class SentenceTables {
  static final ReasonFacts FACTS =
      new ReasonFacts(
          List.of(
              shared("Java", SkillEvidence.ASSESSED),
              shared("SQL", SkillEvidence.USED),
              shared("Docker", SkillEvidence.DECLARED),
              missing("Kafka")),
          List.of(
              shared("Node.js", SkillEvidence.USED),
              shared("C++", SkillEvidence.USED),
              shared("Zorglub Studio", SkillEvidence.USED),
              shared("Gestion de projet", SkillEvidence.DECLARED),
              missing("Kubernetes")),
          List.of(
              new Domain(Optional.of("Développement web"), true),
              new Domain(Optional.of("Finance"), false)),
          Map.ofEntries(
              Map.entry("otherShownSkills", 6),
              Map.entry("months", 60),
              Map.entry("askedMonths", 36),
              Map.entry("testResults", 4),
              Map.entry("testMean", 85),
              Map.entry("quizResults", 9),
              Map.entry("quizMean", 70),
              Map.entry("quizSeries", 2),
              Map.entry("goldBadges", 1),
              Map.entry("silverBadges", 2),
              Map.entry("bronzeBadges", 0)),
          Map.of("skills", 75, "experience", 100),
          Confidence.MEDIUM);

  private static final Pattern ESCAPE = Pattern.compile("\\\\u\\{(\\p{XDigit}+)\\}");

  private SentenceTables() {}

  static Skill shared(String name, SkillEvidence evidence) {
    return new Skill(Optional.of(name), Optional.of(evidence));
  }

  static Skill missing(String name) {
    return new Skill(Optional.of(name), Optional.empty());
  }

  static List<String> lines(String table) {
    try (InputStream in = SentenceTables.class.getResourceAsStream(table)) {
      return new String(Objects.requireNonNull(in, table).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(SentenceTables::unescaped)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What nobody sees is written as escapes in the tables.
  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line.replace("\\n", "\n"))
        .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
  }
}
