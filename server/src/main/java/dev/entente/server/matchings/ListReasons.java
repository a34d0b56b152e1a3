package dev.entente.server.matchings;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.ranking.Matching;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.template.TemplateReasons;
import dev.entente.server.reasons.wording.FactsDigest;
import dev.entente.server.reasons.wording.PostingWords;
import dev.entente.server.reasons.wording.ReasonPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reasons of one list that is about to be written: a row keeps the one it has while its facts
/// stay; else it gets what a model has written of the same facts, or the template. For one thread.
final class ListReasons {
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  private final ListedPosting list;
  private final Map<String, KnownRow> rows;
  private final StoredPosting posting;
  private final ReasonPolicy policy;
  private final ReasonLanguage language;
  private final List<Long> digests;
  private @Nullable PostingWords words;

  /// @param rows that are stored, by candidate
  ListReasons(
      ListedPosting list, Map<String, KnownRow> rows, StoredPosting posting, ReasonPolicy policy) {
    this.list = list;
    this.rows = rows;
    this.posting = posting;
    this.policy = policy;
    language = policy.languageOf(posting.companyId());
    var digest = new FactsDigest(list.ranked().posting(), language, policy);
    digests = list.matchings().stream().map(digest::of).toList();
  }

  /// A row's reason.
  ///
  /// @param reason empty if the row keeps its own
  /// @param isOfModel whether a model wrote what it has then
  /// @param isAwaited whether a model is to write another one
  record Staged(long digest, Optional<Reason> reason, boolean isOfModel, boolean isAwaited) {}

  ListedPosting list() {
    return list;
  }

  /// The digests of rows whose facts are new.
  List<Long> newDigests() {
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < digests.size(); i++) {
      if (!isKept(i)) {
        found.add(digests.get(i));
      }
    }
    return found;
  }

  private boolean isKept(int place) {
    KnownRow row = row(place);
    return row != null && row.isOf(digests.get(place));
  }

  private @Nullable KnownRow row(int place) {
    return rows.get(list.matchings().get(place).candidate().value());
  }

  /// The list with its reasons.
  ///
  /// @param texts what models have written, or shall not write, of new facts
  ReasonedList with(Map<ReasonTexts.Key, Optional<Reason>> texts, Instant now) {
    List<Staged> staged = new ArrayList<>(digests.size());
    for (int i = 0; i < digests.size(); i++) {
      long digest = digests.get(i);
      KnownRow row = row(i);
      staged.add(
          row != null && row.isOf(digest)
              ? new Staged(digest, Optional.empty(), row.isByModel(), row.isAwaited())
              : staged(i, texts, now));
    }
    return new ReasonedList(list, staged);
  }

  private Staged staged(int place, Map<ReasonTexts.Key, Optional<Reason>> texts, Instant now) {
    var key = new ReasonTexts.Key(posting.id(), digests.get(place));
    Optional<Reason> written = texts.getOrDefault(key, Optional.empty());
    if (written.isPresent()) {
      return new Staged(key.digest(), written, true, false);
    }
    boolean isAwaited = policy.writer().isPresent() && !texts.containsKey(key);
    Reason template = template(list.matchings().get(place), now);
    return new Staged(key.digest(), Optional.of(template), false, isAwaited);
  }

  private Reason template(Matching matching, Instant now) {
    return TemplateReasons.reason(
        words().tell(matching.facts(), matching.confidence()), language, now);
  }

  // Most lists of a night need none.
  private PostingWords words() {
    PostingWords known = words;
    if (known == null) {
      known =
          switch (FORM.reread(posting.document())) {
            case Checked.Valid<PostingDocument>(var document) -> new PostingWords(document);
            case Checked.Invalid<PostingDocument> _ ->
                throw new IllegalStateException("a posting was ranked that cannot be read");
          };
      words = known;
    }
    return known;
  }
}
