package dev.entente.benchmarks.lucene;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/// The fields of a candidate's document.
final class Fields {
  /// Terms: one for each pair of a declared domain and a skill.
  static final String SKILL = "skill";

  /// The static score, by which the index is sorted.
  static final String STATIC = "static";

  /// All numbers that scoring needs, packed.
  static final String NUMBERS = "numbers";

  /// Token numbers, packed.
  static final String TOKENS = "tokens";

  private Fields() {}

  static Field skill(int domain, int skill) {
    return new StringField(SKILL, term(domain, skill), Field.Store.NO);
  }

  static BytesRef term(int domain, int skill) {
    byte[] bytes = new byte[1 + Integer.BYTES];
    bytes[0] = (byte) domain;
    NumericUtils.intToSortableBytes(skill, bytes, 1);
    return new BytesRef(bytes);
  }
}
