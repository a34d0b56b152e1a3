package dev.entente.matching.profile;

import dev.entente.matching.vocabulary.Tokens;
import java.util.List;
import java.util.Set;

/// What criteria need to know of a job posting, worked out once for all candidates. Immutable.
///
/// @param posting the posting itself
/// @param tokens of title and description
public record JobPostingFacts(JobPosting posting, Set<String> tokens) {
  public JobPostingFacts {
    tokens = Set.copyOf(tokens);
  }

  /// Works the facts out.
  public static JobPostingFacts of(JobPosting posting) {
    return new JobPostingFacts(posting, Tokens.of(List.of(posting.title(), posting.description())));
  }
}
