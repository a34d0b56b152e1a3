package dev.entente.server.live;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.index.PostingsBySkill;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.rankings.Preparation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How well some candidates do with all active postings. For one thread.
@Component
final class BestTotals {
  private final StoredPosting.Finder postings;
  private final Preparation preparation;
  private @Nullable Active active;

  /// Active postings as they were made ready.
  private record Active(String fingerprint, RunConditions conditions, PostingsBySkill postings) {
    private boolean isOf(String others, RunConditions otherConditions) {
      return fingerprint.equals(others) && conditions.equals(otherConditions);
    }
  }

  BestTotals(StoredPosting.Finder postings, Preparation preparation) {
    this.postings = postings;
    this.preparation = preparation;
  }

  /// The best total of some candidates with each posting that any is eligible for, by posting.
  ///
  /// @param records of the candidates; empty for one who is there no more
  Map<String, Long> of(Map<String, Optional<byte[]>> records, RunConditions conditions) {
    if (records.isEmpty()) {
      return Map.of();
    }
    PostingsBySkill all = active(conditions);
    Map<String, Long> best = new HashMap<>();
    for (Optional<byte[]> record : records.values()) {
      record.ifPresent(
          bytes ->
              all.forEachTotal(
                  bytes,
                  (posting, total) ->
                      best.merge(posting.posting().id().value(), total, Math::max)));
    }
    return best;
  }

  /// All active postings; they are read again only where one is other than before.
  private PostingsBySkill active(RunConditions conditions) {
    String fingerprint = postings.activeFingerprint();
    Active known = active;
    if (known == null || !known.isOf(fingerprint, conditions)) {
      var prepared = preparation.prepare(postings.listActive(), conditions).postings().values();
      known = new Active(fingerprint, conditions, new PostingsBySkill(prepared));
      active = known;
    }
    return known.postings();
  }
}
