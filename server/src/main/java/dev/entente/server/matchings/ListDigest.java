package dev.entente.server.matchings;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.ranking.Matching;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What tells the rows of a list from others that could be stored in their place: 64 bits of a
/// digest over all that is written of them, but by which run and when.
final class ListDigest {
  private static final List<CriterionId> COVERAGES =
      List.of(CoverageColumns.SKILLS, CoverageColumns.DOMAINS, CoverageColumns.EXPERIENCE);

  // A blank, the total, the confidence, the digest of the facts; no id holds a blank.
  private static final int ROW = 1 + Long.BYTES + Integer.BYTES + Long.BYTES;
  private static final int NUMBERS =
      Integer.BYTES * (Criteria.ids().size() + CoverageColumns.ALL.size());

  private ListDigest() {}

  /// @param facts the digests of the facts, in the order of the matchings
  static long of(List<Matching> matchings, List<Long> facts) {
    ByteBuffer all = ByteBuffer.allocate(size(matchings)).putInt(Criteria.VERSION);
    for (int i = 0; i < matchings.size(); i++) {
      put(all, matchings.get(i));
      all.putLong(facts.get(i));
    }
    return Sha256.of(all.array()).getLong();
  }

  private static int size(List<Matching> matchings) {
    return Integer.BYTES
        + matchings.stream().mapToInt(one -> id(one).length() + ROW + NUMBERS).sum();
  }

  private static String id(Matching matching) {
    return matching.candidate().value();
  }

  private static void put(ByteBuffer all, Matching matching) {
    all.put(id(matching).getBytes(StandardCharsets.US_ASCII)).put((byte) ' ');
    all.putLong(matching.total()).putInt(matching.confidence());
    matching.scores().forEach(all::putInt);
    COVERAGES.forEach(criterion -> all.putInt(matching.coverage(criterion)));
  }
}
