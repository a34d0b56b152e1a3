package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.minimum;

import dev.entente.matching.arithmetic.Cosine;
import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.explanation.Operation;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import java.util.List;
import java.util.Set;

/// How alike the words of posting and profile are: twice the cosine of their token sets, capped.
final class RelevanceCriterion implements Criterion {
  private static final int SCALE = 20_000;

  @Override
  public CriterionId id() {
    return new CriterionId("relevance");
  }

  @Override
  public PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions) {
    return new Prepared(posting.tokens());
  }

  private record Counts(int shared, int postingTokens, int candidateTokens) implements Assessment {
    @Override
    public int score() {
      return (int) Math.min(WHOLE, Cosine.rounded(SCALE, shared, postingTokens, candidateTokens));
    }
  }

  private record Prepared(Set<String> tokens) implements PreparedCriterion {
    @Override
    public Counts assess(CandidateFacts candidate) {
      Set<String> others = candidate.tokens();
      boolean fewer = tokens.size() < others.size();
      Set<String> small = fewer ? tokens : others;
      Set<String> large = fewer ? others : tokens;
      int shared = 0;
      for (String token : small) {
        if (large.contains(token)) {
          shared++;
        }
      }
      return new Counts(shared, tokens.size(), others.size());
    }

    @Override
    public Explanation explain(CandidateFacts candidate) {
      Counts counts = assess(candidate);
      List<Evidence> shared =
          tokens.stream()
              .filter(candidate.tokens()::contains)
              .sorted()
              .<Evidence>map(Evidence.Token::new)
              .toList();
      Explanation cosine =
          new Explanation.Calculation(
              "twiceTheCosine",
              Operation.ROUNDED_COSINE,
              List.of(
                  constant("scale", SCALE),
                  fact("sharedTokens", counts.shared(), shared),
                  constant("postingTokens", counts.postingTokens()),
                  constant("candidateTokens", counts.candidateTokens())));
      return minimum("score", constant("highest", Assessment.WHOLE), cosine);
    }
  }
}
