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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The reasons of one list that is about to be written: a row keeps the one it has while its facts
/// stay; else it gets what a model has written of the same facts, or the template. For one thread.
final class ListReasons {
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  private final ListedPosting list;
  private final StoredPosting posting;
  private final ReasonPolicy policy;
  private final ReasonLanguage language;
  private final FactsDigest facts;
  private final long digest;
  private @Nullable List<Long> digests;
  private @Nullable PostingWords words;

  ListReasons(ListedPosting list, StoredPosting posting, ReasonPolicy policy) {
    this.list = list;
    this.posting = posting;
    this.policy = policy;
    language = policy.languageOf(posting.companyId());
    facts = new FactsDigest(list.ranked().posting(), language, policy);
    digest = ListDigest.of(facts.ofPosting(), list.matchings());
  }

  /// A row's reason.
  ///
  /// @param reason empty if the row keeps its own
  /// @param isOfModel whether a model wrote what it has then
  /// @param isAwaited whether a model is to write another one
  record Staged(long digest, Optional<Reason> reason, boolean isOfModel, boolean isAwaited) {
    private static Staged keeping(long digest, KnownRow row) {
      return new Staged(digest, Optional.empty(), row.isByModel(), row.isAwaited());
    }
  }

  ListedPosting list() {
    return list;
  }

  /// The list as it is stored, if it would be stored like that again.
  Optional<WrittenList> asBefore() {
    return list.before()
        .mark()
        .filter(mark -> mark.digest() == digest)
        .map(mark -> new WrittenList(list, digest, 0, mark.modelReasons()));
  }

  /// The digests of rows whose facts are new.
  ///
  /// @param rows that are stored, by candidate
  List<Long> newDigests(Map<String, KnownRow> rows) {
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < digests().size(); i++) {
      if (kept(i, rows).isEmpty()) {
        found.add(digests().get(i));
      }
    }
    return found;
  }

  // Those of the facts, in the order of the matchings; a list that stays needs none.
  private List<Long> digests() {
    List<Long> known = digests;
    if (known == null) {
      known = list.matchings().stream().map(facts::of).toList();
      digests = known;
    }
    return known;
  }

  /// The stored row whose reason stays, if there is one.
  private Optional<KnownRow> kept(int place, Map<String, KnownRow> rows) {
    return Optional.ofNullable(rows.get(list.matchings().get(place).candidate().value()))
        .filter(row -> row.isOf(digests().get(place)));
  }

  /// The list with its reasons.
  ///
  /// @param rows that are stored, by candidate
  /// @param texts what models have written, or shall not write, of new facts
  ReasonedList with(
      Map<String, KnownRow> rows, Map<ReasonTexts.Key, Optional<Reason>> texts, Instant now) {
    List<Staged> staged =
        IntStream.range(0, digests().size())
            .mapToObj(
                place ->
                    kept(place, rows)
                        .map(row -> Staged.keeping(digests().get(place), row))
                        .orElseGet(() -> staged(place, texts, now)))
            .toList();
    return new ReasonedList(list, digest, staged);
  }

  private Staged staged(int place, Map<ReasonTexts.Key, Optional<Reason>> texts, Instant now) {
    var key = new ReasonTexts.Key(posting.id(), digests().get(place));
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
