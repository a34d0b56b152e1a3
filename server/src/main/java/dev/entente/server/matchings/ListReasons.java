package dev.entente.server.matchings;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.ranking.Matching;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.template.TemplateReasons;
import dev.entente.server.reasons.wording.FactsDigest;
import dev.entente.server.reasons.wording.PostingWords;
import dev.entente.server.reasons.wording.ReasonPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reasons of one list that is about to be written: a row keeps the one it has while its facts
/// stay, else the template tells them. For one thread.
final class ListReasons {
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  private final StoredPosting posting;
  private final ReasonLanguage language;
  private final FactsDigest digests;
  private @Nullable PostingWords words;

  ListReasons(ListedPosting list, StoredPosting posting, ReasonPolicy policy) {
    this.posting = posting;
    language = policy.languageOf(posting.companyId());
    digests = new FactsDigest(list.ranked().posting(), language, policy);
  }

  /// A row's reason.
  ///
  /// @param text empty if the row keeps its own
  /// @param isOfModel whether it does, and a model wrote that
  /// @param isWanted whether a model is to write another one
  record Staged(long digest, Optional<String> text, boolean isOfModel, boolean isWanted) {}

  ReasonLanguage language() {
    return language;
  }

  /// The reasons of some matchings, in their order.
  ///
  /// @param known the stored rows by candidate
  List<Staged> of(List<Matching> matchings, Map<String, KnownRow> known) {
    List<Staged> reasons = new ArrayList<>(matchings.size());
    for (Matching matching : matchings) {
      long digest = digests.of(matching);
      KnownRow row = known.get(matching.candidate().value());
      reasons.add(
          row != null && row.isOf(digest)
              ? new Staged(digest, Optional.empty(), row.isByModel(), row.isAwaited())
              : new Staged(digest, Optional.of(template(matching)), false, true));
    }
    return reasons;
  }

  private String template(Matching matching) {
    return TemplateReasons.write(words().tell(matching.facts(), matching.confidence()), language);
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
