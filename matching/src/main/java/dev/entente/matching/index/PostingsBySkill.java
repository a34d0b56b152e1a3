package dev.entente.matching.index;

import dev.entente.matching.numbers.CandidateNumbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/// Many job postings by the skills that they require, so that a candidate is compared only with
/// those that share one. Not thread-safe.
public final class PostingsBySkill {
  private final Map<Integer, List<Entry>> entries = new HashMap<>();
  private final RecordCursor cursor = new RecordCursor();
  private int comparisons;

  /// A posting, and the comparison that has looked at it last.
  private static final class Entry {
    private final PreparedPosting posting;
    private int comparison;

    private Entry(PreparedPosting posting) {
      this.posting = posting;
    }
  }

  /// Sorts active postings by skill; others are left out.
  public PostingsBySkill(Collection<PreparedPosting> postings) {
    for (PreparedPosting posting : postings) {
      if (posting.posting().active()) {
        var entry = new Entry(posting);
        for (int skill : posting.numbers().requiredSkills()) {
          entries.computeIfAbsent(skill, _ -> new ArrayList<>()).add(entry);
        }
      }
    }
  }

  /// Gives each posting that a candidate is eligible for, with the candidate's total.
  ///
  /// @param record as [RecordFormat] writes it
  public void forEachTotal(byte[] record, ObjLongConsumer<PreparedPosting> taker) {
    comparisons++;
    cursor.at(record);
    CandidateNumbers head = cursor.head();
    for (int i = 0; i < head.skillCount(); i++) {
      for (Entry entry : entries.getOrDefault(head.skill(i), List.of())) {
        if (entry.comparison != comparisons) {
          entry.comparison = comparisons;
          give(entry.posting, record, taker);
        }
      }
    }
  }

  private void give(
      PreparedPosting posting, byte[] record, ObjLongConsumer<PreparedPosting> taker) {
    if (EligibilityCounts.isEligible(cursor.head(), posting.overlap(cursor.head()))) {
      taker.accept(posting, posting.total(cursor));
      cursor.at(record); // behind the head again
    }
  }
}
