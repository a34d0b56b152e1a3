/// Candidates, job postings, eight criteria, eligibility, ranking and explanation: pure functions
/// over integers, without clock, I/O or framework.
@org.jspecify.annotations.NullMarked
module dev.entente.matching {
  requires static transitive org.jspecify;

  exports dev.entente.matching.arithmetic;
  exports dev.entente.matching.criteria;
  exports dev.entente.matching.eligibility;
  exports dev.entente.matching.explanation;
  exports dev.entente.matching.index;
  exports dev.entente.matching.numbers;
  exports dev.entente.matching.profile;
  exports dev.entente.matching.ranking;
  exports dev.entente.matching.vocabulary;
}
