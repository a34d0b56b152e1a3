package dev.entente.server.live;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.index.PostingsBySkill;
import dev.entente.matching.index.PreparedPosting;
import dev.entente.matching.profile.JobPosting;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.rankings.Preparation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All active postings as they were made ready, for whoever reads how candidates do with them.
/// Shared by threads.
@Component
final class StandingPostings {
  private final StoredPosting.Finder postings;
  private final Preparation preparation;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Active active;

  StandingPostings(StoredPosting.Finder postings, Preparation preparation) {
    this.postings = postings;
    this.preparation = preparation;
  }

  /// Active postings that can be compared with somebody.
  static final class Active {
    private final String fingerprint;
    private final RunConditions conditions;
    private final List<JobPosting> all;
    private final PostingsBySkill bySkill;
    private final ReentrantLock comparing = new ReentrantLock();

    private Active(
        String fingerprint, RunConditions conditions, Collection<PreparedPosting> prepared) {
      this.fingerprint = fingerprint;
      this.conditions = conditions;
      all = prepared.stream().map(PreparedPosting::posting).toList();
      bySkill = new PostingsBySkill(prepared);
    }

    private boolean isOf(String others, RunConditions otherConditions) {
      return fingerprint.equals(others) && conditions.equals(otherConditions);
    }

    /// The postings, in no order.
    List<JobPosting> all() {
      return all;
    }

    /// A candidate's total with each posting that he or she is eligible for, by posting.
    Map<String, Long> totals(byte[] record) {
      Map<String, Long> totals = new HashMap<>();
      comparing.lock();
      try {
        bySkill.forEachTotal(
            record, (posting, total) -> totals.put(posting.posting().id().value(), total));
      } finally {
        comparing.unlock();
      }
      return totals;
    }
  }

  /// All active postings under some conditions; they are read again only where one is other than
  /// before.
  Active under(RunConditions conditions) {
    String fingerprint = postings.activeFingerprint();
    Active known = active;
    return known != null && known.isOf(fingerprint, conditions) ? known : read(conditions);
  }

  // Whoever waited for somebody else's reading needs none of his own.
  private Active read(RunConditions conditions) {
    reading.lock();
    try {
      String fingerprint = postings.activeFingerprint();
      Active known = active;
      if (known == null || !known.isOf(fingerprint, conditions)) {
        var prepared = preparation.prepare(postings.listActive(), conditions).postings().values();
        known = new Active(fingerprint, conditions, prepared);
        active = known;
      }
      return known;
    } finally {
      reading.unlock();
    }
  }
}
