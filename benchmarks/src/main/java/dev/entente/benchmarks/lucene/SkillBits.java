package dev.entente.benchmarks.lucene;

import dev.entente.benchmarks.columns.PostingColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.FixedBitSet;

/// The documents of one window that have one required skill, in any of the posting's domains. Not
/// thread-safe.
final class SkillBits {
  private final List<PostingsEnum> lists = new ArrayList<>();
  private final FixedBitSet bits = new FixedBitSet(Windows.SIZE);

  private SkillBits() {}

  /// One for each required skill.
  static List<SkillBits> of(LeafReader reader, PostingColumns posting) throws IOException {
    TermsEnum terms = Terms.getTerms(reader, Fields.SKILL).iterator();
    List<SkillBits> all = new ArrayList<>();
    for (int skill : posting.required()) {
      var bits = new SkillBits();
      for (int domain : posting.domainNumbers()) {
        if (terms.seekExact(Fields.term(domain, skill))) {
          bits.lists.add(terms.postings(null, PostingsEnum.NONE));
        }
      }
      all.add(bits);
    }
    return all;
  }

  /// Goes to a window, which must not be before the last one.
  ///
  /// @return one word for 64 documents
  long[] in(int window) throws IOException {
    int from = window * Windows.SIZE;
    bits.clear();
    for (PostingsEnum list : lists) {
      if (list.docID() < from) {
        list.advance(from);
      }
      list.intoBitSet(from + Windows.SIZE, bits, from);
    }
    return bits.getBits();
  }
}
