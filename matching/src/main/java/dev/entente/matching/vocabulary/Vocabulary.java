package dev.entente.matching.vocabulary;

import java.util.List;

/// The canonical ids of skill and domain names, in French and English.
///
/// A name is normalised (NFKC, runs of white space to one blank, trimmed, lower case) and looked up
/// once as a whole: `JS` is `javascript`, `java` never is. Immutable, shared by threads.
public final class Vocabulary {
  private static final AliasTable SKILLS = AliasTable.of(Resource.lines("aliases-skills.tsv"));
  private static final AliasTable DOMAINS = AliasTable.of(Resource.lines("aliases-domains.tsv"));

  private static final String VERSION =
      Resource.digest("aliases-skills.tsv", "aliases-domains.tsv");

  private Vocabulary() {}

  /// Names the state of both tables: twelve hexadecimal digits that change whenever a name does.
  public static String version() {
    return VERSION;
  }

  /// Gives the canonical id of a skill name; a name that no table knows, normalised, is its own id.
  ///
  /// @throws IllegalArgumentException if the name is blank
  public static SkillId skill(String name) {
    return new SkillId(SKILLS.canonicalId(name));
  }

  /// Gives the canonical id of a domain name; a name that no table knows, normalised, is its own
  /// id.
  ///
  /// @throws IllegalArgumentException if the name is blank
  public static DomainId domain(String name) {
    return new DomainId(DOMAINS.canonicalId(name));
  }

  /// Tells whether the table of skills knows a name, normalised, as an alias or as a canonical id.
  public static boolean isSkill(String name) {
    return SKILLS.knows(name);
  }

  /// Tells whether the table of domains knows a name, likewise.
  public static boolean isDomain(String name) {
    return DOMAINS.knows(name);
  }

  /// Suggests canonical ids of skills to somebody who types: those that a name begins with what was
  /// typed, then those that a name holds it, whatever the case, marks and blanks.
  ///
  /// @param most at least 0
  /// @return best first, each id once; empty where nothing but blanks was typed
  public static List<Suggestion> suggestSkills(String typed, int most) {
    return SkillSearch.NAMES.find(typed, most);
  }

  /// Suggests canonical ids of domains, likewise.
  public static List<Suggestion> suggestDomains(String typed, int most) {
    return DomainSearch.NAMES.find(typed, most);
  }

  // Whoever only scores needs no names to be found, and they take memory: they are made when first
  // asked for.
  private static final class SkillSearch {
    private static final NameSearch NAMES = new NameSearch(SKILLS.canonicalIds());
  }

  private static final class DomainSearch {
    private static final NameSearch NAMES = new NameSearch(DOMAINS.canonicalIds());
  }
}
