package dev.entente.server.matchings;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Figure;
import dev.entente.matching.numbers.SharedTerms;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.matching.vocabulary.DomainId;
import java.util.List;
import java.util.OptionalInt;

/// What tells the rows of a list from others that could be stored in their place: 64 bits over all
/// that is written of them or that it follows from, but by which run and when. For one thread.
final class ListDigest {
  /* Each number is added, and the sum mixed as SplitMix64 does (Steele, Lea and Flood 2014). No two sums
   * are mixed to the same, so two lists that differ in one number only never share a digest. Half a
   * million rows are taken each night: it is made of what was counted, so that the digests of facts,
   * which take the names of all, are made of changed lists alone. */
  private static final long FNV_PRIME = 0x0000_0100_0000_01B3L;

  private long state;

  private ListDigest(long first) {
    state = first;
  }

  /// @param posting what the digests of all facts have in common
  static long of(long posting, List<Matching> matchings) {
    var digest = new ListDigest(posting);
    digest.add(Criteria.VERSION);
    for (Matching matching : matchings) {
      digest.add(matching);
    }
    return digest.state;
  }

  private void add(Matching matching) {
    add(matching.candidate().value());
    add(matching.total());
    add(matching.confidence());
    for (int score : matching.scores()) {
      add(score);
    }
    for (OptionalInt coverage : matching.coverages()) {
      add(coverage.orElse(-1));
    }
    add(matching.facts());
  }

  private void add(MatchingFacts facts) {
    add(facts.shared());
    add(facts.figures().size());
    for (Figure figure : facts.figures()) {
      add(figure.code());
      add(figure.value());
    }
    add(facts.bands().size());
    for (MatchingFacts.Band band : facts.bands()) {
      add(band.criterion().value());
      add(band.from());
    }
  }

  private void add(SharedTerms shared) {
    add(shared.skills().size());
    for (SharedTerms.Skill skill : shared.skills()) {
      add(skill.id().value());
      add(skill.evidence().name());
    }
    add(shared.domains().size());
    for (DomainId domain : shared.domains()) {
      add(domain.value());
    }
  }

  private void add(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    add(hash);
  }

  private void add(long number) {
    long sum = state + number;
    long one = (sum ^ (sum >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    long two = (one ^ (one >>> 27)) * 0x94D0_49BB_1331_11EBL;
    state = two ^ (two >>> 31);
  }
}
