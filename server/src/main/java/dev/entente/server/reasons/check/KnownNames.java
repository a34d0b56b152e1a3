package dev.entente.server.reasons.check;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonFacts.Domain;
import dev.entente.server.reasons.ReasonFacts.Skill;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The skills and domains that the facts name, and whether the candidate has them.
final class KnownNames {
  /// What a name in a text is; what says more for the candidate first.
  enum Kind {
    /// A skill that the facts name and that passed a test.
    ASSESSED,
    /// A domain that the facts name and that the candidate declares.
    DOMAIN,
    /// A skill that the facts name, used at work or in a project.
    USED,
    /// A skill that the facts name, and no more than declared.
    DECLARED,
    /// Named by the facts, and the candidate does not have it.
    MISSING,
    /// Known to the vocabulary and not named by the facts.
    STRANGE,
    /// No name that anybody knows.
    NONE;

    /// Whether the facts name it.
    boolean isNamed() {
      return this != STRANGE && this != NONE;
    }
  }

  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}.]+|[^\\p{L}\\p{N}+#]+$");

  private final Map<String, Kind> literals = new HashMap<>();
  private final Map<String, Kind> skills = new HashMap<>();
  private final Map<String, Kind> domains = new HashMap<>();

  KnownNames(ReasonFacts facts) {
    facts.required().forEach(this::add);
    facts.wished().forEach(this::add);
    facts.domains().forEach(this::add);
  }

  private void add(Skill skill) {
    Kind kind = skill.evidence().map(KnownNames::kind).orElse(Kind.MISSING);
    skill.name().map(Folding::fold).ifPresent(name -> add(name, kind, true));
  }

  private void add(Domain domain) {
    Kind kind = domain.isShared() ? Kind.DOMAIN : Kind.MISSING;
    domain.name().map(Folding::fold).ifPresent(name -> add(name, kind, false));
  }

  private static Kind kind(SkillEvidence evidence) {
    return switch (evidence) {
      case ASSESSED -> Kind.ASSESSED;
      case USED -> Kind.USED;
      case DECLARED -> Kind.DECLARED;
    };
  }

  // What is shared under one name is shared, whatever else the name stands for.
  private void add(String name, Kind kind, boolean isSkill) {
    literals.merge(EDGES.matcher(name).replaceAll(""), kind, KnownNames::stronger);
    if (isSkill) {
      skills.merge(Vocabulary.skill(name).value(), kind, KnownNames::stronger);
    } else {
      domains.merge(Vocabulary.domain(name).value(), kind, KnownNames::stronger);
    }
  }

  private static Kind stronger(Kind one, Kind other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /// @param name folded, not blank
  Kind kind(String name) {
    Kind literal = literals.get(name);
    boolean isSkill = Vocabulary.isSkill(name);
    boolean isDomain = Vocabulary.isDomain(name);
    Kind skill = isSkill ? skills.get(Vocabulary.skill(name).value()) : null;
    Kind domain = isDomain ? domains.get(Vocabulary.domain(name).value()) : null;
    for (Kind kind : Kind.values()) {
      if (kind == literal || kind == skill || kind == domain) {
        return kind;
      }
    }
    return isSkill || isDomain ? Kind.STRANGE : Kind.NONE;
  }
}
