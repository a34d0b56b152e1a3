package dev.entente.server.rankings;

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
public class Preparation {
  private static final int SHARE = 16;

  // What a posting's objects take beside its texts, roughly, in bytes.
  private static final int POSTING = 3_000;
  private static final DocumentForm<PostingDocument> FORM = DocumentForm.posting();

  /// A posting as it was made ready.
  ///
  /// @param bytes of memory, estimated
  private record Ready(
      long revision, RunConditions conditions, PreparedPosting posting, int bytes) {
    private boolean isOf(StoredPosting stored, RunConditions others) {
      return revision == stored.revision() && conditions.equals(others);
    }
  }

  private final TermNumbers terms;
  private final Cache<String, Ready> known =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
          .weigher((String _, Ready one) -> one.bytes())
          .build();

  Preparation(TermNumbers terms) {
    this.terms = terms;
  }

  /// The postings that could be made ready, and why the others could not, by id.
  public record Prepared(
      Map<String, PreparedPosting> postings, Map<String, RuntimeException> failures) {}

  /// Makes postings ready.
  public Prepared prepare(List<StoredPosting> postings, RunConditions conditions) {
    var prepared = new Prepared(new HashMap<>(), new HashMap<>());
    List<StoredPosting> missing = new ArrayList<>();
    for (StoredPosting posting : postings) {
      Ready one = known.getIfPresent(posting.id());
      if (one != null && one.isOf(posting, conditions)) {
        prepared.postings().put(posting.id(), one.posting());
      } else {
        missing.add(posting);
      }
    }
    if (!missing.isEmpty()) {
      prepareMissing(missing, conditions, prepared);
    }
    return prepared;
  }

  /// Makes a posting ready that is not stored, or not like this. Nothing is stored or kept, and
  /// what no record has stays without a number.
  PreparedPosting unsaved(PostingDocument document, RunConditions conditions) {
    JobPostingFacts facts = JobPostingFacts.of(document.posting());
    Set<Term> all = new HashSet<>();
    Term.forEach(facts, all::add);
    return new PreparedPosting(facts, document.effectiveWeights(), terms.known(all), conditions);
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
        Term.forEach(one.facts(), all::add);
      } catch (RuntimeException e) {
        prepared.failures().put(posting.id(), e);
      }
    }
    Terms numbers = terms.of(all);
    for (ReadPosting one : readable) {
      var ready = new PreparedPosting(one.facts(), one.weights(), numbers, conditions);
      StoredPosting stored = one.stored();
      int bytes = POSTING + Character.BYTES * stored.document().length();
      known.put(stored.id(), new Ready(stored.revision(), conditions, ready, bytes));
      prepared.postings().put(stored.id(), ready);
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
