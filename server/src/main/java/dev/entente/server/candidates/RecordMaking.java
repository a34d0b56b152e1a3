package dev.entente.server.candidates;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.ResultSums;
import dev.entente.matching.index.RecordFormat;
import dev.entente.matching.numbers.Terms;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.server.terms.Term;
import dev.entente.server.terms.TermNumbers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Makes the records of candidates.
@Component
final class RecordMaking {
  /// Of what records are made with: one of another version is made again.
  static final String VERSION =
      RecordFormat.VERSION + "-" + Criteria.VERSION + "-" + Vocabulary.version();

  private final TermNumbers terms;

  RecordMaking(TermNumbers terms) {
    this.terms = terms;
  }

  /// The records of candidates, in their order; gives numbers to terms that are new.
  List<CandidateRecord> of(List<Candidate> candidates) {
    List<CandidateFacts> facts = candidates.parallelStream().map(CandidateFacts::of).toList();
    Set<Term> all = new HashSet<>();
    facts.forEach(one -> Term.forEach(one, all::add));
    Terms numbers = terms.of(all);
    return facts.parallelStream().map(one -> of(one, numbers)).toList();
  }

  private static CandidateRecord of(CandidateFacts facts, Terms numbers) {
    return new CandidateRecord(
        facts.candidate().id().value(),
        new CandidateRecord.Bytes(RecordFormat.write(facts, numbers)),
        ResultSums.of(facts.candidate()));
  }
}
