package dev.entente.server.matchings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.entente.documents.Checked;
import dev.entente.documents.Document;
import dev.entente.documents.DocumentForm;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.server.candidates.WrittenProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Candidates who were read lately: somebody is on many lists, and reading a document and working
/// its facts out is dear. Shared by threads.
@Component
final class KnownCandidates {
  private static final int SHARE = 16;

  // What objects take on a 64-bit machine, roughly, in bytes: a person's, and a word's in a set.
  private static final int PERSON = 6_000;
  private static final int WORD = 80;

  private static final DocumentForm<Document<Candidate>> FORM =
      DocumentForm.storedCandidate().keepingJson();

  /// A candidate's document at one revision.
  private record Key(String id, long revision) {}

  /// What is shown of a candidate and what explains a score.
  ///
  /// @param written how the candidate wrote it
  /// @param bytes of memory, estimated
  record Known(CandidateSummary summary, CandidateFacts facts, WrittenProfile written, int bytes) {}

  private static final String DOCUMENTS =
      "SELECT id, revision, document FROM candidate WHERE id = ANY (:ids)";

  private final JdbcClient client;
  private final Cache<Key, Optional<Known>> known =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
          .weigher((Key _, Optional<Known> one) -> one.map(Known::bytes).orElse(1))
          .build();

  KnownCandidates(JdbcClient client) {
    this.client = client;
  }

  /// Reads the candidates of some rows, in the transaction that read the rows.
  ///
  /// @return by id; one whose stored document breaks today's rules is absent
  Map<String, Known> of(List<MatchingRow> rows) {
    List<Key> keys =
        rows.stream().map(row -> new Key(row.candidateId(), row.candidateRevision())).toList();
    Map<String, Known> readable = new HashMap<>();
    known
        .getAll(keys, this::read)
        .forEach((key, one) -> one.ifPresent(found -> readable.put(key.id(), found)));
    return readable;
  }

  private Map<Key, Optional<Known>> read(Set<? extends Key> keys) {
    Map<Key, Optional<Known>> read = new HashMap<>();
    client
        .sql(DOCUMENTS)
        .param("ids", keys.stream().map(Key::id).toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    read.put(
                        new Key(row.getString("id"), row.getLong("revision")),
                        read(row.getString("document"))));
    return read;
  }

  private static Optional<Known> read(String document) {
    return FORM.reread(document) instanceof Checked.Valid<Document<Candidate>>(var read)
        ? Optional.of(known(read, document.length()))
        : Optional.empty();
  }

  // The texts of a document are in its facts and in its summary, most in a byte a character.
  private static Known known(Document<Candidate> read, int length) {
    var facts = CandidateFacts.of(read.content());
    var written = WrittenProfile.of(read.json());
    int words = facts.tokens().size() + written.skills().size() + written.domains().size();
    int bytes = PERSON + WORD * words + 2 * length;
    return new Known(CandidateSummary.of(read.json()), facts, written, bytes);
  }
}
