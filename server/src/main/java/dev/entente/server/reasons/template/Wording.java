package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import java.util.List;
import java.util.OptionalInt;

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

  /// How many of the required skills are there; then how each is shown, as clauses.
  String covers(int shared, int asked, List<String> clauses);

  /// What else speaks for the profile.
  ///
  /// @param points noun phrases, at least one
  /// @param isFurther whether something was said for it before
  String shows(List<String> points, boolean isFurther);

  /// What is missing, and how sure all this is.
  ///
  /// @param gaps noun phrases; empty if nothing is missing
  String lacks(List<String> gaps, Confidence confidence);

  // A clause of the first sentence.

  /// Skills that are shown alike, and how.
  ///
  /// @param areAll whether the sentence has no other skills
  String shown(SkillEvidence evidence, NameList skills, boolean areAll);

  // Points: noun phrases.

  String wished(int asked, NameList shared);

  String domains(int asked, NameList shared);

  /// Months worked, against those that are asked for.
  ///
  /// @param months above 0
  /// @param asked in months; 0 if none are
  /// @param place one of the places below
  String experience(int months, int asked, String place);

  String testResults(int results, OptionalInt mean);

  String quizResults(int results, OptionalInt mean);

  /// Series whose last results are above the first, or high; on average, if they are several.
  String risingSeries(int series);

  String badges(Tier tier, int badges);

  String otherShownSkills(int skills);

  // Gaps: noun phrases.

  String missingRequired(int asked, NameList missing);

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

  /// Ends a sentence, also one whose last name ends with a full stop.
  static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }
}
