package dev.entente.matching.numbers;

import dev.entente.matching.numbers.Terms.Kind;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.SkillEvidence;
import java.util.Arrays;

/// The head of a record: whether the person opted out, the declared domains, and all skills with
/// their evidence. Reused from record to record; not thread-safe.
public final class CandidateNumbers {
  private static final int FIRST_SIZE = 64;
  private static final int EVIDENCE_BITS = 2;
  private static final int EVIDENCE_MASK = (1 << EVIDENCE_BITS) - 1;

  private boolean isOptedOut;
  private int domainCount;
  private int[] domains = new int[FIRST_SIZE];
  private int skillCount;
  private int[] skills = new int[FIRST_SIZE];

  /// Without a record yet.
  public CandidateNumbers() {}

  /// Writes the head of a candidate's record.
  public static void write(CandidateFacts facts, NumberWriter out) {
    out.number(facts.candidate().optedOut() ? 1 : 0);
    out.ascending(
        facts.candidate().domains().stream()
            .mapToInt(domain -> out.numberOf(Kind.DOMAIN, domain.value()))
            .sorted()
            .toArray());
    out.ascending(
        facts.skills().entrySet().stream()
            .mapToInt(
                skill ->
                    withEvidence(
                        out.numberOf(Kind.SKILL, skill.getKey().value()), skill.getValue()))
            .sorted()
            .toArray());
  }

  /// Reads a head; the reader stands behind it then.
  public void read(NumberReader in) {
    isOptedOut = in.next() == 1;
    domainCount = in.next();
    domains = sized(domains, domainCount);
    in.ascending(domains, domainCount);
    skillCount = in.next();
    skills = sized(skills, skillCount);
    in.ascending(skills, skillCount);
  }

  private static int[] sized(int[] array, int size) {
    return array.length >= size ? array : new int[Math.max(size, 2 * array.length)];
  }

  /// Whether the person wants to be matched with nothing.
  public boolean isOptedOut() {
    return isOptedOut;
  }

  /// How many domains are declared.
  public int domainCount() {
    return domainCount;
  }

  /// One of the declared domains, in ascending order.
  public int domain(int index) {
    return domains[index];
  }

  /// How many skills there are.
  public int skillCount() {
    return skillCount;
  }

  /// Tells whether a domain is declared.
  boolean hasDomain(int domain) {
    return Arrays.binarySearch(domains, 0, domainCount, domain) >= 0;
  }

  /// Where a skill stands among the skills; below 0 if it is none of them.
  int placeOf(int skill) {
    int first = skill << EVIDENCE_BITS;
    int found = Arrays.binarySearch(skills, 0, skillCount, first);
    int place = found >= 0 ? found : -found - 1;
    return place < skillCount && skill(place) == skill ? place : -1;
  }

  /// One of the skills, in ascending order.
  public int skill(int index) {
    return skills[index] >>> EVIDENCE_BITS;
  }

  /// That skill and its evidence as one number: see [#withEvidence].
  public int skillWithEvidence(int index) {
    return skills[index];
  }

  /// One number for a skill and its evidence.
  public static int withEvidence(int skill, SkillEvidence evidence) {
    return (skill << EVIDENCE_BITS) | code(evidence);
  }

  /// Whether that skill is used or assessed.
  public boolean isShown(int index) {
    return evidence(index) != code(SkillEvidence.DECLARED);
  }

  /// How many skills are used or assessed.
  public int shownCount() {
    int count = 0;
    for (int i = 0; i < skillCount; i++) {
      count += isShown(i) ? 1 : 0;
    }
    return count;
  }

  /// How well that skill is shown: as [#code] says.
  int evidence(int index) {
    return skills[index] & EVIDENCE_MASK;
  }

  /// How well that skill is shown.
  SkillEvidence shown(int index) {
    int code = evidence(index);
    for (SkillEvidence evidence : SkillEvidence.values()) {
      if (code(evidence) == code) {
        return evidence;
      }
    }
    throw new IllegalStateException("no evidence has the code " + code);
  }

  /// The declared domains, ascending; a copy.
  public int[] domains() {
    return Arrays.copyOf(domains, domainCount);
  }

  /// What stands for an evidence in records.
  static int code(SkillEvidence evidence) {
    return switch (evidence) {
      case DECLARED -> 0;
      case USED -> 1;
      case ASSESSED -> 2;
    };
  }
}
