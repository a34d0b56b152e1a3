package dev.entente.server.reasons.wording;

import dev.entente.matching.criteria.Figure;
import dev.entente.matching.numbers.SharedTerms;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.template.TemplateReasons;

/// Tells whether the facts of a matching are those that its reason was written from: 64 bits that
/// differ when a fact, the language or the writer does: the model and the version of what it is
/// told, or that of the templates. Immutable.
///
/// Names are told by their ids, so a text keeps the spelling that it was written with.
///
/// Scores, ranks and calibration are not in it, or every night all reasons would be written anew.
public final class FactsDigest {
  /* Every entry is hashed for itself and the hashes are added, so that no order needs to be made. The step
   * between characters is FNV-1a's, the last mixing is SplitMix64's (Steele, Lea and Flood 2014), without
   * which sums of similar entries would be alike. */
  private static final long BASIS = 0xCBF2_9CE4_8422_2325L;
  private static final long PRIME = 0x0000_0100_0000_01B3L;

  private final long posting;

  /// @param posting whose list the matchings are in
  /// @param language of the reason
  public FactsDigest(JobPosting posting, ReasonLanguage language, ReasonPolicy policy) {
    long sum = entry("language", language.tag(), 0);
    sum +=
        policy
            .writer()
            .map(writer -> entry("writer", writer, 0))
            .orElseGet(() -> entry("template", "", TemplateReasons.VERSION));
    sum += entry("asked", "", posting.skills().size());
    for (SkillId skill : posting.skills()) {
      sum += entry("required", skill.value(), 0);
    }
    for (SkillId skill : posting.niceToHaveSkills()) {
      sum += entry("wished", skill.value(), 0);
    }
    for (var domain : posting.domains()) {
      sum += entry("asked-domain", domain.value(), 0);
    }
    this.posting = sum;
  }

  /// What all digests of the posting's matchings have in common: where neither this nor the facts
  /// nor the confidence are others, the digest is the same.
  public long ofPosting() {
    return posting;
  }

  /// The digest of a matching that was ranked with its facts.
  public long of(Matching matching) {
    return of(matching.facts(), matching.confidence());
  }

  /// The digest of facts.
  ///
  /// @param confidence hundredths of a per cent
  public long of(MatchingFacts facts, int confidence) {
    long sum = posting + entry("confidence", Confidence.of(confidence).name(), 0);
    for (SharedTerms.Skill skill : facts.shared().skills()) {
      sum += entry(skill.evidence().name(), skill.id().value(), 0);
    }
    for (var domain : facts.shared().domains()) {
      sum += entry("domain", domain.value(), 0);
    }
    for (Figure figure : facts.figures()) {
      sum += entry("figure", figure.code(), figure.value());
    }
    for (MatchingFacts.Band band : facts.bands()) {
      sum += entry("band", band.criterion().value(), band.from());
    }
    return sum;
  }

  private static long entry(String kind, String name, int number) {
    long hash = step(BASIS, number);
    for (int i = 0; i < kind.length(); i++) {
      hash = step(hash, kind.charAt(i));
    }
    hash = step(hash, -1);
    for (int i = 0; i < name.length(); i++) {
      hash = step(hash, name.charAt(i));
    }
    return mixed(hash);
  }

  private static long step(long hash, int value) {
    return (hash ^ value) * PRIME;
  }

  private static long mixed(long hash) {
    long one = (hash ^ (hash >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    long two = (one ^ (one >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return two ^ (two >>> 31);
  }
}
