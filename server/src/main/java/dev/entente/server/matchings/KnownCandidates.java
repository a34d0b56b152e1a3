package dev.entente.server.matchings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.entente.documents.Checked;
import dev.entente.documents.Document;
import dev.entente.documents.DocumentForm;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Candidates who were read lately: working their facts out costs as much as all of an answer's
/// rest. Shared by threads.
@Component
final class KnownCandidates {
  private static final int SHARE = 4;

  // What objects take on a 64-bit machine, roughly: a person's, and a word's in a set.
  private static final int PERSON = 6_000;
  private static final int WORD = 80;

  private static final DocumentForm<Document<Candidate>> FORM =
      DocumentForm.storedCandidate().keepingJson();

  /// A candidate's document at one revision.
  private record Key(String id, long revision) {}

  /// What is shown of a candidate and what explains a score.
  record Known(CandidateSummary summary, CandidateFacts facts) {}

  private final Cache<Key, Optional<Known>> known =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
          .weigher((Key _, Optional<Known> one) -> one.map(KnownCandidates::weight).orElse(1))
          .build();

  /// Bytes of memory, estimated.
  private static int weight(Known one) {
    return PERSON + WORD * one.facts().tokens().size();
  }

  /// Reads a candidate; empty if the stored document breaks today's rules.
  Optional<Known> of(MatchingRow row) {
    return known.get(
        new Key(row.candidateId(), row.candidate().revision()),
        _ -> read(row.candidate().document()));
  }

  private static Optional<Known> read(String document) {
    return FORM.reread(document) instanceof Checked.Valid<Document<Candidate>>(var read)
        ? Optional.of(
            new Known(CandidateSummary.of(read.json()), CandidateFacts.of(read.content())))
        : Optional.empty();
  }
}
