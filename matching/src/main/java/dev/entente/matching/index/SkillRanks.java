package dev.entente.matching.index;

import dev.entente.matching.profile.SkillEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The ranks of a page that have one skill, by how well it is shown. Moved from block to block; not
/// thread-safe.
///
/// @param declared and no more
/// @param used and not assessed
record SkillRanks(RankSet declared, RankSet used, RankSet assessed) {
  /// The ranks of some skills, the rarest first, without those that nobody has.
  static List<SkillRanks> of(Page page, int[] skills) {
    List<SkillRanks> all = new ArrayList<>(skills.length);
    for (int skill : skills) {
      var ranks =
          new SkillRanks(
              page.withSkill(skill, SkillEvidence.DECLARED),
              page.withSkill(skill, SkillEvidence.USED),
              page.withSkill(skill, SkillEvidence.ASSESSED));
      if (ranks.length() > 0) {
        all.add(ranks);
      }
    }
    all.sort(Comparator.comparingInt(SkillRanks::length));
    return all;
  }

  private int length() {
    return declared.length() + used.length() + assessed.length();
  }

  /// Sets the bits of all ranks that lie in a block.
  void setIn(long[] blockWords, int block) {
    declared.setIn(blockWords, block);
    setShownIn(blockWords, block);
  }

  /// Sets the bits of those who use the skill, or were assessed.
  void setShownIn(long[] blockWords, int block) {
    used.setIn(blockWords, block);
    assessed.setIn(blockWords, block);
  }
}
