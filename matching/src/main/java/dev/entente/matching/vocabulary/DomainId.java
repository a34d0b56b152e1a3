package dev.entente.matching.vocabulary;

/// The canonical id of a domain, such as `backend`; made by [Vocabulary#domain].
///
/// @param value normalised and canonical; never blank
public record DomainId(String value) implements Comparable<DomainId> {
  /// @throws IllegalArgumentException if the value is blank
  public DomainId {
    CanonicalIds.requireNotBlank("domain", value);
  }

  /// Orders by UTF-16 units: stable, for showing; no ranking depends on it.
  @Override
  public int compareTo(DomainId other) {
    return value.compareTo(other.value);
  }
}
