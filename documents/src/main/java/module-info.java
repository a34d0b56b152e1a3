/// Candidates, job postings and matchings as JSON documents: one check for everything that takes or
/// gives them.
@org.jspecify.annotations.NullMarked
module dev.entente.documents {
  requires static org.jspecify;
  requires de.siegmar.fastcsv;
  requires transitive dev.entente.matching;
  requires tools.jackson.core;
  requires transitive tools.jackson.databind;

  exports dev.entente.documents;
}
