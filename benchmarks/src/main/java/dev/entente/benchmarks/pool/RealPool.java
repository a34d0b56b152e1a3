package dev.entente.benchmarks.pool;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Candidates resampled from real documents: the career of one, the texts of another and the
/// results of a third, so that a thousand documents give millions of different candidates, with
/// evidence in domains that they never declared. The postings are the real ones, again and again.
public final class RealPool implements Pool {
  private final long seed;
  private final List<Candidate> candidates;
  private final List<JobPosting> postings;

  RealPool(long seed, List<Candidate> candidates, List<JobPosting> postings) {
    this.seed = seed;
    this.candidates = List.copyOf(candidates);
    this.postings = List.copyOf(postings);
  }

  @Override
  public String origin() {
    return "%d real candidates resampled, seed %d; %d real postings"
        .formatted(candidates.size(), seed, postings.size());
  }

  @Override
  public Candidate candidate(int number) {
    var draw = new Draw(seed, number);
    Candidate career = draw.oneOf(candidates);
    Candidate texts = draw.oneOf(candidates);
    Candidate results = draw.oneOf(candidates);
    return new Candidate(
        CandidateNumber.id(number),
        career.optedOut(),
        career.domains(),
        most(draw, career.skills()),
        texts.headline(),
        texts.bio(),
        career.experiences(),
        texts.projects(),
        results.technicalTests(),
        results.quizResults(),
        results.badges());
  }

  private static Set<SkillId> most(Draw draw, Set<SkillId> skills) {
    Set<SkillId> kept = new LinkedHashSet<>();
    for (SkillId skill : skills) {
      if (draw.chance(80)) {
        kept.add(skill);
      }
    }
    return kept;
  }

  @Override
  public JobPosting posting(int number) {
    JobPosting real = postings.get(number % postings.size());
    return new JobPosting(
        new JobPostingId("p-" + number),
        true,
        real.skills(),
        real.niceToHaveSkills(),
        real.domains(),
        real.level(),
        real.title(),
        real.description());
  }
}
