package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Facts as they may come, the nasty ones often; each name only once.
final class RandomFacts {
  private static final List<String> NAMES =
      List.of(
          "Java",
          "HTML",
          "Oracle",
          "Ansible",
          "Unreal",
          "YAML",
          "iOS",
          "C++",
          "C#",
          ".NET",
          "Node.js",
          "Éclipse",
          "Hadoop",
          "A/B",
          "d’Ubuntu",
          "機械学習",
          "R",
          "Acme Inc.");
  private static final List<String> UNSAYABLE =
      List.of(
          "",
          " ",
          "Two  blanks",
          " ahead",
          "behind ",
          "a\u00a0\u202fb",
          "line\nfeed",
          "zero\u200bwidth",
          "x".repeat(41),
          "too long ".repeat(40) + "!");
  private static final List<String> FIGURES =
      List.of(
          "otherShownSkills",
          "testResults",
          "quizResults",
          "quizSeries",
          "goldBadges",
          "silverBadges",
          "bronzeBadges");
  private static final List<Integer> ASKED = List.of(0, 0, 1, 12, 24, 30, 36, 60, 96);
  private static final List<String> CRITERIA =
      List.of("recruiterFeedback", "training", "progression", "badges", "skills");

  private final Random random;
  private int names;

  RandomFacts(long seed) {
    random = new Random(seed);
  }

  ReasonFacts next() {
    Map<String, Integer> figures = new HashMap<>();
    for (String figure : FIGURES) {
      if (random.nextBoolean()) {
        figures.put(figure, count());
      }
    }
    for (String mean : List.of("testMean", "quizMean")) {
      if (random.nextBoolean()) {
        figures.put(mean, 5 * random.nextInt(21));
      }
    }
    int months = random.nextInt(600);
    figures.put("months", random.nextInt(3) == 0 ? 0 : months < 24 ? months : months / 12 * 12);
    figures.put("askedMonths", any(ASKED));
    Map<String, Integer> bands = new HashMap<>();
    CRITERIA.forEach(criterion -> bands.put(criterion, 5 * random.nextInt(21)));
    return new ReasonFacts(
        skills(1 + size()), skills(size()), domains(), figures, bands, confidence());
  }

  /// Much of everything, and the longest names.
  static ReasonFacts longest() {
    Optional<String> name = Optional.of("\ud83d\ude80".repeat(40));
    List<Skill> skills =
        new ArrayList<>(Collections.nCopies(9_999, new Skill(name, Optional.empty())));
    for (SkillEvidence evidence : SkillEvidence.values()) {
      skills.addAll(Collections.nCopies(9_999, new Skill(name, Optional.of(evidence))));
    }
    List<Domain> domains =
        Stream.of(true, false)
            .flatMap(isShared -> Collections.nCopies(9_999, new Domain(name, isShared)).stream())
            .toList();
    Map<String, Integer> figures = new HashMap<>();
    FIGURES.forEach(figure -> figures.put(figure, Integer.MAX_VALUE));
    figures.putAll(Map.of("testMean", 100, "quizMean", 100));
    figures.putAll(Map.of("months", Integer.MAX_VALUE - 1, "askedMonths", Integer.MAX_VALUE));
    Map<String, Integer> bands = Map.of("progression", 100);
    return new ReasonFacts(skills, skills, domains, figures, bands, Confidence.LOW);
  }

  private int count() {
    return random.nextInt(20) == 0 ? random.nextInt(Integer.MAX_VALUE) : random.nextInt(4);
  }

  private int size() {
    return random.nextInt(30) == 0 ? random.nextInt(300) : random.nextInt(7);
  }

  private List<Skill> skills(int size) {
    return IntStream.range(0, size).mapToObj(_ -> new Skill(name(), evidence())).toList();
  }

  private List<Domain> domains() {
    int size = 1 + random.nextInt(random.nextInt(12) == 0 ? 12 : 3);
    return IntStream.range(0, size)
        .mapToObj(_ -> new Domain(name(), random.nextBoolean()))
        .toList();
  }

  private Optional<SkillEvidence> evidence() {
    return random.nextInt(5) < 3
        ? Optional.of(any(List.of(SkillEvidence.values())))
        : Optional.empty();
  }

  private Optional<String> name() {
    return switch (random.nextInt(20)) {
      case 0, 1 -> Optional.empty();
      case 2 -> Optional.of(any(UNSAYABLE));
      case 3, 4 -> Optional.of(numbered("\ud83d\ude80".repeat(30) + " "));
      default -> Optional.of(numbered("") + any(NAMES));
    };
  }

  /// Such as `#17 `, so that no name is told twice.
  private String numbered(String name) {
    return name + "#" + names++ + (name.isEmpty() ? " " : "");
  }

  private Confidence confidence() {
    return any(List.of(Confidence.values()));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
