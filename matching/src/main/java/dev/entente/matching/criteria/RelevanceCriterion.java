package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.minimum;

import dev.entente.matching.arithmetic.Cosine;
import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.explanation.Operation;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.numbers.Terms.Kind;
import dev.entente.matching.numbers.Traits;
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

  @Override
  public RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions) {
    return new Recorded(posting, posting.facts().tokens().size());
  }

  @Override
  public void write(CandidateFacts candidate, NumberWriter section) {
    section.ascending(
        candidate.tokens().stream()
            .mapToInt(token -> section.numberOf(Kind.TOKEN, token))
            .sorted()
            .toArray());
  }

  @Override
  public Standing standing(RunConditions conditions) {
    return new TokenCount();
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

  private record Recorded(PostingNumbers posting, int postingTokens) implements RecordedCriterion {
    @Override
    public Counts assess(Overlap overlap, NumberReader section) {
      int tokens = section.next();
      return new Counts(posting.countTokens(section, tokens), postingTokens, tokens);
    }

    @Override
    public int ceiling(Overlap most) {
      return postingTokens == 0 ? 0 : Assessment.WHOLE;
    }

    @Override
    public int bound(Traits traits, Overlap most) {
      int tokens = TokenCount.of(traits);
      int fewer = Math.min(postingTokens, tokens);
      // Half of the geometric mean can be shared, which twice the cosine makes the whole.
      boolean isAlike = 4 * fewer >= Math.max(postingTokens, tokens);
      return isAlike || tokens == Traits.LARGEST
          ? ceiling(most)
          : new Counts(fewer, postingTokens, tokens).score();
    }
  }

  /// How many tokens the profile has.
  private record TokenCount() implements Standing {
    private static int of(Traits traits) {
      return traits.get(0);
    }

    @Override
    public int traits() {
      return 1;
    }

    @Override
    public void measure(CandidateNumbers candidate, NumberReader section, Domains domains) {
      int tokens = Math.min(Traits.LARGEST, section.next());
      for (int i = 0; i < candidate.domainCount(); i++) {
        domains.row(i).set(0, tokens);
      }
    }

    @Override
    public int highest(Traits traits) {
      return 0;
    }

    @Override
    public int most() {
      return 0;
    }
  }
}
