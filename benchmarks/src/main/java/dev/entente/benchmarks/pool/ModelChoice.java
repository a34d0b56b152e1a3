package dev.entente.benchmarks.pool;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which domains, skills and words come up, and how often. Immutable.
///
/// Half of the skills come from what everybody knows, half from what is usual in one domain: each
/// domain has its own most frequent ones.
final class ModelChoice {
  private static final int DOMAIN_SKILLS_PERCENT = 50;

  private final ModelNames names;
  private final Zipf domains;
  private final Zipf skills;
  private final Zipf words;

  ModelChoice(ModelShape shape) {
    names = new ModelNames(shape);
    domains = new Zipf(shape.domains());
    skills = new Zipf(shape.skills());
    words = new Zipf(shape.words());
  }

  Set<Integer> domains(Draw draw, int count) {
    return Draw.distinct(count, () -> domains.draw(draw));
  }

  int anyDomain(Draw draw) {
    return domains.draw(draw);
  }

  DomainId domain(int number) {
    return names.domain(number);
  }

  SkillId anySkill(Draw draw) {
    return names.skill(skills.draw(draw));
  }

  Set<SkillId> skills(Draw draw, int count, int domain) {
    return Draw.distinct(count, () -> skill(draw, domain)).stream()
        .map(names::skill)
        .collect(Collectors.toSet());
  }

  private int skill(Draw draw, int domain) {
    int rank = skills.draw(draw);
    return draw.chance(DOMAIN_SKILLS_PERCENT)
        ? (rank + domain * (skills.ranks() / domains.ranks())) % skills.ranks()
        : rank;
  }

  Stream<String> words(Draw draw, int count) {
    return Draw.distinct(count, () -> words.draw(draw)).stream().map(names::word);
  }
}
