package dev.entente.matching.index;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Criterion;
import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.Terms;
import dev.entente.matching.numbers.Terms.Kind;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.matching.vocabulary.DomainId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// What a score needs to know of a candidate, as bytes: the head, then a section a criterion, each
/// behind its length. No name, no address and no text is in it.
public final class RecordFormat {
  /// Counts the changes of what records are made of, how and in which order: bytes of another
  /// version cannot be read.
  public static final int VERSION = 2;

  private RecordFormat() {}

  /// Writes a record.
  ///
  /// @param terms that have a number for each of [#forEachTerm]
  /// @throws IllegalArgumentException if a term has none
  public static byte[] write(CandidateFacts candidate, Terms terms) {
    var record = new NumberWriter(terms);
    record.section(head -> CandidateNumbers.write(candidate, head));
    for (Criterion criterion : Criteria.all()) {
      record.section(section -> criterion.write(candidate, section));
    }
    return record.toBytes();
  }

  /// Gives the terms of a candidate's record, some of them several times.
  public static void forEachTerm(CandidateFacts facts, BiConsumer<Kind, String> taker) {
    facts.skills().keySet().forEach(skill -> taker.accept(Kind.SKILL, skill.value()));
    domains(facts).map(DomainId::value).forEach(domain -> taker.accept(Kind.DOMAIN, domain));
    facts.tokens().forEach(token -> taker.accept(Kind.TOKEN, token));
  }

  private static Stream<DomainId> domains(CandidateFacts facts) {
    return Stream.of(
            facts.candidate().domains().stream(),
            facts.candidate().experiences().stream()
                .map(Experience::domain)
                .flatMap(Optional::stream),
            facts.candidate().technicalTests().stream().map(TechnicalTest::domain),
            facts.candidate().quizResults().stream().map(QuizResult::domain))
        .flatMap(domain -> domain);
  }
}
