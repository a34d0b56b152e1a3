package dev.entente.server.generation;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.PlainRanker;
import dev.entente.server.postings.StoredPosting;
import java.util.Locale;

/// A stored posting and the ranker of its candidates.
///
/// @param ranker fresh, of the posting's own weights if it sets any
record PostingRanker(StoredPosting posting, PlainRanker ranker) {
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  /// Prepares a ranker.
  ///
  /// @param places most matchings it keeps
  /// @throws UnreadableDocumentException if the stored document breaks today's rules
  static PostingRanker of(StoredPosting posting, RunConditions conditions, int places) {
    return switch (FORM.reread(posting.document())) {
      case Checked.Valid<PostingDocument>(var document) ->
          new PostingRanker(
              posting,
              new PlainRanker(
                  JobPostingFacts.of(document.posting()),
                  document.effectiveWeights(),
                  conditions,
                  places));
      case Checked.Invalid<PostingDocument>(var problems) ->
          throw new UnreadableDocumentException(
              problems.getFirst().place() + ": " + problems.getFirst().text(Locale.ENGLISH));
    };
  }

  /// A stored document breaks the rules: it must be put again.
  static final class UnreadableDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableDocumentException(String problem) {
      super("the stored document is wrong, put it again: " + problem);
    }
  }
}
