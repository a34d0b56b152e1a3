package dev.entente.benchmarks.columns;

import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import java.util.Optional;
import java.util.stream.LongStream;

/// What a job posting comes down to, in the numbers of the candidates' columns. Arrays are not
/// copied.
///
/// @param required skills, ascending
/// @param wished nice-to-have skills, ascending, none of them required
/// @param domains bits
/// @param askedMonths of experience
/// @param tokens ascending
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PostingColumns(
    int[] required, int[] wished, long domains, int askedMonths, int[] tokens) {
  /// Works the columns out.
  public static PostingColumns of(JobPostingFacts facts, Numbering numbering) {
    JobPosting posting = facts.posting();
    return new PostingColumns(
        numbering.skills(posting.skills()),
        numbering.skills(posting.niceToHaveSkills()),
        numbering.domainBits(posting.domains()),
        askedMonths(posting.level()),
        numbering.tokens(facts.tokens()));
  }

  private static int askedMonths(Optional<ExperienceLevel> level) {
    if (level.isEmpty()) {
      return 24;
    }
    return switch (level.get()) {
      case ENTRY -> 0;
      case JUNIOR -> 12;
      case MID -> 36;
      case SENIOR -> 60;
      case LEAD -> 96;
    };
  }

  /// How many domains it names.
  public int domainCount() {
    return Long.bitCount(domains);
  }

  /// The positions of the bits of its domains, ascending.
  public int[] domainNumbers() {
    return LongStream.iterate(domains, rest -> rest != 0, rest -> rest & (rest - 1))
        .mapToInt(Long::numberOfTrailingZeros)
        .toArray();
  }
}
