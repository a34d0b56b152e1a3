package dev.entente.server.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.index.PreparedPosting;
import dev.entente.matching.numbers.Terms;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.terms.Term;
import dev.entente.server.terms.TermNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Makes stored job postings ready to be ranked, and keeps those that were lately. Shared by
/// threads.
@Component
class Preparation {
  private static final int KEPT = 50_000;
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  private record Key(String id, long revision, RunConditions conditions) {}

  private final TermNumbers terms;
  private final Cache<Key, PreparedPosting> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  Preparation(TermNumbers terms) {
    this.terms = terms;
  }

  /// The postings that could be made ready, and why the others could not, by id.
  record Prepared(Map<String, PreparedPosting> postings, Map<String, RuntimeException> failures) {}

  /// Makes postings ready.
  Prepared prepare(List<StoredPosting> postings, RunConditions conditions) {
    var prepared = new Prepared(new HashMap<>(), new HashMap<>());
    List<StoredPosting> missing = new ArrayList<>();
    for (StoredPosting posting : postings) {
      PreparedPosting one = known.getIfPresent(key(posting, conditions));
      if (one == null) {
        missing.add(posting);
      } else {
        prepared.postings().put(posting.id(), one);
      }
    }
    if (!missing.isEmpty()) {
      prepareMissing(missing, conditions, prepared);
    }
    return prepared;
  }

  private static Key key(StoredPosting posting, RunConditions conditions) {
    return new Key(posting.id(), posting.revision(), conditions);
  }

  private record ReadPosting(StoredPosting stored, JobPostingFacts facts, Weights weights) {}

  private void prepareMissing(
      List<StoredPosting> missing, RunConditions conditions, Prepared prepared) {
    List<ReadPosting> readable = new ArrayList<>();
    Set<Term> all = new HashSet<>();
    for (StoredPosting posting : missing) {
      try {
        ReadPosting one = read(posting);
        readable.add(one);
        all.addAll(Term.of(one.facts()));
      } catch (RuntimeException e) {
        prepared.failures().put(posting.id(), e);
      }
    }
    Terms numbers = terms.of(all);
    for (ReadPosting one : readable) {
      var ready = new PreparedPosting(one.facts(), one.weights(), numbers, conditions);
      known.put(key(one.stored(), conditions), ready);
      prepared.postings().put(one.stored().id(), ready);
    }
  }

  private static ReadPosting read(StoredPosting posting) {
    return switch (FORM.reread(posting.document())) {
      case Checked.Valid<PostingDocument>(var document) ->
          new ReadPosting(
              posting, JobPostingFacts.of(document.posting()), document.effectiveWeights());
      case Checked.Invalid<PostingDocument>(var problems) ->
          throw new UnreadableDocumentException(problems);
    };
  }
}
