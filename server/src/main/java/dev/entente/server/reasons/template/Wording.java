package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import java.util.List;
import java.util.Locale;

/// One language's words.
///
/// Names of skills and domains are never bent: they stand where no article, elision or ending
/// depends on how they are spoken.
sealed interface Wording permits FrenchWording, EnglishWording {
  /// How many months make a year, and are told as one.
  int MONTHS_OF_YEAR = 12;

  /// The tier of the badges that are told.
  enum Tier {
    GOLD,
    SILVER,
    BRONZE
  }

  // Sentences.

  /// None of the required skills is there.
  String coversNone(NameList asked);

  /// How many of the required skills are there; then how each is shown, as clauses.
  String covers(int shared, int asked, List<String> clauses);

  /// The same where all are shown alike and none can be named.
  String coversUnnamed(int shared, int asked, SkillEvidence evidence);

  /// What else the profile has: what speaks for it, then what speaks neither for it nor against it.
  ///
  /// @param points noun phrases
  /// @param results clauses; at least one point or one result
  /// @param isFurther whether something was said for it before
  String shows(List<String> points, List<String> results, boolean isFurther);

  /// What is missing, and how sure all this is.
  ///
  /// @param gaps noun phrases; empty if nothing is missing
  /// @param isFurther whether required skills were told as missing before
  String lacks(List<String> gaps, Confidence confidence, boolean isFurther);

  // Clauses.

  /// Skills that are shown alike, and how.
  String shown(SkillEvidence evidence, NameList skills);

  /// What technical tests come to, and no more.
  String testsComeTo(int results, int mean);

  /// Likewise of quizzes.
  String quizzesComeTo(int results, int mean);

  // Points: noun phrases.

  String wished(int asked, NameList shared);

  String domains(int asked, NameList shared);

  /// Months worked, against those that are asked for.
  ///
  /// @param months above 0
  /// @param asked in months; 0 if none are
  /// @param place one of the places below
  String experience(int months, int asked, String place);

  String testResults(int results, int mean);

  String quizResults(int results, int mean);

  /// Series whose last results are above the first, or high; on average, if they are several.
  String risingSeries(int series);

  String badges(Tier tier, int badges);

  String otherShownSkills(int skills);

  // Gaps: noun phrases.

  /// Required skills that are missing, but not all of them.
  String missingRequired(NameList missing);

  /// The wished-for skills that are missing.
  ///
  /// @param isBehindRequired whether required skills were named just before
  String missingWished(int asked, NameList missing, boolean isBehindRequired);

  String missingDomains(int asked, NameList missing);

  /// All of the experience that is asked for.
  String missingExperience(int asked, String place);

  /// Some of it.
  String missingPartOfExperience();

  // Places: where months were worked.

  /// The posting's only domain, of which nothing was said.
  String inOnlyDomain(NameList domain);

  /// The domain or domains told before.
  String inThose(int domains);

  /// All of the posting's, of which only some were told.
  String inAllDomains();

  /// Parts with commas, and a word before the last.
  static String list(List<String> parts, String lastJoint) {
    var list = new StringBuilder(parts.getFirst());
    for (int at = 1; at < parts.size(); at++) {
      list.append(at == parts.size() - 1 ? lastJoint : ", ").append(parts.get(at));
    }
    return list.toString();
  }

  /// Begins a sentence, and ends it, also one whose last name ends with a full stop.
  static String sentence(String words) {
    String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
