package dev.entente.matching.vocabulary;

final class CanonicalIds {
  private CanonicalIds() {}

  static void requireNotBlank(String kind, String value) {
    if (WhiteSpace.isBlank(value)) {
      throw new IllegalArgumentException(kind + " must not be blank");
    }
  }
}
