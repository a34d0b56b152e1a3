package dev.entente.server.matchings;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.postings.StoredPosting;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Explanations that were written lately: working them out and writing them costs more than all of
/// an answer's rest, and people come back to a list. Shared by threads.
@Component
final class WrittenExplanations {
  private static final int SHARE = 4;
  private static final int LAST_LATIN = 0xFF;

  // What an entry takes beside its text, roughly, in bytes.
  private static final int ENTRY = 1_500;

  /// All that an explanation depends on: documents never change within a revision.
  private record Key(
      String postingId,
      long postingRevision,
      String candidateId,
      long candidateRevision,
      RunConditions conditions,
      long total) {
    private static Key of(StoredPosting posting, MatchingRow row) {
      return new Key(
          posting.id(),
          posting.revision(),
          row.candidateId(),
          row.candidateRevision(),
          row.conditions(),
          row.points().total());
    }
  }

  /// What is written of a matching's candidate.
  ///
  /// @param explanation as JSON; null where there is none
  record Written(CandidateSummary candidate, @Nullable String explanation) {
    private int bytes() {
      int summarized = Character.BYTES * candidate.length();
      return ENTRY + summarized + (explanation == null ? 0 : bytes(explanation));
    }

    // Java keeps a text in bytes as long as each character fits one. A stream of them would take
    // nearly as long as explaining and writing.
    private static int bytes(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) > LAST_LATIN) {
          return Character.BYTES * text.length();
        }
      }
      return text.length();
    }
  }

  private final KnownCandidates candidates;
  private final Cache<Key, Written> written =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
          .weigher((Key _, Written one) -> one.bytes())
          .build();

  WrittenExplanations(KnownCandidates candidates) {
    this.candidates = candidates;
  }

  /// Some rows of a posting, explained, in the transaction that read them.
  List<MatchingAnswer> explain(StoredPosting posting, List<MatchingRow> rows) {
    Map<Key, MatchingRow> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.put(Key.of(posting, row), row));
    Map<Key, Written> found =
        written.getAll(
            byKey.keySet(),
            missing -> {
              Map<Key, MatchingRow> unknown = new HashMap<>(byKey);
              unknown.keySet().retainAll(missing);
              return write(posting, unknown);
            });
    return byKey.entrySet().stream()
        .map(one -> MatchingAnswer.of(one.getValue(), requireNonNull(found.get(one.getKey()))))
        .toList();
  }

  private Map<Key, Written> write(StoredPosting posting, Map<Key, MatchingRow> rows) {
    var explainer =
        new Explainer(candidates.of(List.copyOf(rows.values())), Optional.of(posting.document()));
    return rows.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> explainer.written(one.getValue())));
  }
}
