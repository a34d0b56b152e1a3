package dev.entente.server.reasons.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a number counts.
enum Counted {
  /// Where gold and others are counted together.
  MIXED(
      "badges?(?: valides?)? d'or et d'argent|(?:gold|silver) (?:and|or) (?:silver|bronze) badges?"),
  GOLD("gold|badges?(?: valides?)? (?:d'|en )or|(?:d'|en )or"),
  SILVER("silver|badges?(?: valides?)? (?:d'|en )argent|(?:d'|en )argent"),
  BRONZE("bronze|badges?(?: valides?)? (?:de |en )bronze"),
  BADGES("badges?"),
  SERIES("(?:quiz )?series"),
  QUIZZES("quiz|quizzes|qcm"),
  TESTS("tests?"),
  SKILLS("competences?|skills?"),
  DOMAINS("domaines?|domains?"),
  YEARS("ans?|annees?|years?|yrs?"),
  MONTHS("mois|months?"),
  /// Points of a hundred, or per cent.
  POINTS("%|points?|pts?"),
  /// What no facts count.
  NEVER(
      "weeks?|semaines?|days?|jours?|journees?|hours?|heures?|fois|times|minutes?"
          + "|formations?|courses?|trainings?|diplomes?|degrees?|certifications?|certificates?"
          + "|projets?|projects?|missions?|experiences|jobs|emplois|clients?|entreprises?|companies"),
  /// Things, or what is not said.
  ANY("");

  private static final String END = "(?!\\p{L})";

  // "3 of the 4 required skills": what is counted may stand behind two words that lead nowhere
  // else.
  private static final String BEFORE =
      "(?: (?:des|sur|of|out of)(?: the| les| ses| its)? \\d+)?"
          + "(?:[ '-](?!(?:aux?|a|in|on|for|dans|sur|from|across|at|over|pour|par|by|and|et|is|are|est"
          + "|sont|to|ou|or|with|avec|than|que)(?!\\p{L}))[a-z]+){0,2}?[ '-]?+";

  private static final Pattern NOUN = Pattern.compile(BEFORE + "(?:" + groups() + ")");

  private final String nouns;

  Counted(String nouns) {
    this.nouns = nouns;
  }

  private static String groups() {
    var groups = new StringBuilder();
    for (Counted counted : values()) {
      if (counted != ANY) {
        groups.append(groups.isEmpty() ? "(?<" : "|(?<").append(counted.name()).append('>');
        groups.append(counted.nouns).append(')');
        groups.append(END);
      }
    }
    return groups.toString();
  }

  /// What stands behind a number.
  ///
  /// @param plain folded, numbers in digits
  /// @param end offset behind the number
  static Counted behind(String plain, int end) {
    Matcher matcher = NOUN.matcher(plain).region(end, plain.length());
    if (!matcher.lookingAt()) {
      return ANY;
    }
    for (Counted counted : values()) {
      if (counted != ANY && matcher.group(counted.name()) != null) {
        return counted;
      }
    }
    return ANY;
  }
}
