package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The names in facts, in the groups that texts tell together: found once, however many texts are
/// tried.
final class FactNames {
  private static final int LONGEST = 40;

  private final Map<SkillEvidence, NameGroup> shownRequired = new EnumMap<>(SkillEvidence.class);
  private final NameGroup missingRequired = new NameGroup();
  private final NameGroup sharedWished = new NameGroup();
  private final NameGroup missingWished = new NameGroup();
  private final NameGroup domains = new NameGroup();
  private final NameGroup sharedDomains = new NameGroup();
  private final NameGroup missingDomains = new NameGroup();

  FactNames(ReasonFacts facts) {
    for (SkillEvidence evidence : SkillEvidence.values()) {
      shownRequired.put(evidence, new NameGroup());
    }
    for (Skill skill : facts.required()) {
      skill.evidence().map(this::shownRequired).orElse(missingRequired).add(sayable(skill.name()));
    }
    for (Skill skill : facts.wished()) {
      (skill.isShared() ? sharedWished : missingWished).add(sayable(skill.name()));
    }
    for (Domain domain : facts.domains()) {
      Optional<String> name = sayable(domain.name());
      domains.add(name);
      (domain.isShared() ? sharedDomains : missingDomains).add(name);
    }
  }

  /// The required skills that are shown like this.
  NameGroup shownRequired(SkillEvidence evidence) {
    return Objects.requireNonNull(shownRequired.get(evidence));
  }

  /// The required skills that the profile does not have.
  NameGroup missingRequired() {
    return missingRequired;
  }

  /// The wished-for skills that it has.
  NameGroup sharedWished() {
    return sharedWished;
  }

  /// Those that it does not have.
  NameGroup missingWished() {
    return missingWished;
  }

  /// All domains.
  NameGroup domains() {
    return domains;
  }

  /// The domains that it has.
  NameGroup sharedDomains() {
    return sharedDomains;
  }

  /// Those that it does not have.
  NameGroup missingDomains() {
    return missingDomains;
  }

  private static Optional<String> sayable(Optional<String> name) {
    return name.filter(FactNames::canBeSaid);
  }

  /// Whether a name stands well in a line: not too long, no control characters, blanks one by one
  /// and inside only.
  private static boolean canBeSaid(String name) {
    boolean isBehindBlank = true;
    for (int at = 0; at < name.length(); at++) {
      boolean isBlank = Character.isSpaceChar(name.charAt(at));
      if ((isBlank && isBehindBlank) || isUnseen(name.charAt(at))) {
        return false;
      }
      isBehindBlank = isBlank;
    }
    return !isBehindBlank && name.codePointCount(0, name.length()) <= LONGEST;
  }

  private static boolean isUnseen(char character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
