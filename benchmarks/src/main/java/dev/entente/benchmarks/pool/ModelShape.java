package dev.entente.benchmarks.pool;

/// How large the vocabularies of a model are; a small one gives many equal totals.
///
/// @param domains at least 4
/// @param skills at least 30
/// @param words of texts, at least 200
public record ModelShape(int domains, int skills, int words) {
  /// The shape that measurements use.
  public static final ModelShape WIDE = new ModelShape(40, 5_000, 30_000);
}
