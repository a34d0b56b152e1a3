package dev.entente.benchmarks.pool;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Invented candidates and postings, from a seed.
public final class ModelPool implements Pool {
  // Postings are drawn apart from candidates, so that no number of either shapes the other.
  private static final long POSTINGS = 0x5EED;

  private final long seed;
  private final ModelChoice choice;

  /// @param seed of all that is drawn
  /// @param shape how large the vocabularies are
  public ModelPool(long seed, ModelShape shape) {
    this.seed = seed;
    choice = new ModelChoice(shape);
  }

  @Override
  public String origin() {
    return "model, seed " + seed;
  }

  @Override
  public Candidate candidate(int number) {
    return new ModelCandidate(choice, new Draw(seed, number)).withId(CandidateNumber.id(number));
  }

  @Override
  public JobPosting posting(int number) {
    var draw = new Draw(seed ^ POSTINGS, number);
    Set<Integer> domains = choice.domains(draw, draw.between(1, 3));
    int first = domains.iterator().next();
    Set<SkillId> required = choice.skills(draw, draw.between(2, 8), first);
    return new JobPosting(
        new JobPostingId("p-" + number),
        true,
        required,
        choice.skills(draw, draw.between(0, 5), first),
        domains.stream().map(choice::domain).collect(Collectors.toSet()),
        level(draw),
        choice.words(draw, 3).collect(Collectors.joining(" ")),
        choice.words(draw, draw.between(20, 80)).collect(Collectors.joining(" ")));
  }

  private static Optional<ExperienceLevel> level(Draw draw) {
    ExperienceLevel[] levels = ExperienceLevel.values();
    int drawn = draw.between(0, levels.length);
    return drawn == levels.length ? Optional.empty() : Optional.of(levels[drawn]);
  }
}
