package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import java.util.List;
import java.util.OptionalInt;

/// English: only one is singular.
record EnglishWording() implements Wording {
  private static final String AND = " and ";
  private static final String AND_CLAUSE = ", and ";
  private static final Noun SKILL = new Noun("skill", "skills");
  private static final Noun OTHER_SKILL = new Noun("other skill", "other skills");
  private static final Noun REQUIRED = new Noun("required skill", "required skills");
  private static final Noun WISHED = new Noun("wished-for skill", "wished-for skills");
  private static final Noun WISHED_TOO = new Noun("wished-for one", "wished-for ones");
  private static final Noun DOMAIN = new Noun("domain", "domains");
  private static final Noun OTHER = new Noun("other", "others");

  @Override
  public String covers(int shared, int asked, List<String> clauses) {
    if (shared == 0) {
      return asked == 1
          ? "The profile does not have the required skill."
          : "The profile has none of the " + asked + " required skills.";
    }
    return Wording.sentence(covered(shared, asked) + ": " + Wording.list(clauses, AND_CLAUSE));
  }

  private static String covered(int shared, int asked) {
    if (asked == 1) {
      return "The profile has the required skill";
    }
    return shared == asked
        ? "The profile has " + all(asked) + " required skills"
        : "The profile covers " + shared + " of the " + asked + " required skills";
  }

  private static String all(int asked) {
    return asked == 2 ? "both" : "all " + asked;
  }

  @Override
  public String shows(List<String> points, boolean isFurther) {
    return Wording.sentence(
        (isFurther ? "Beyond that, it brings " : "It does bring ") + Wording.list(points, AND));
  }

  @Override
  public String lacks(List<String> gaps, Confidence confidence) {
    if (!gaps.isEmpty()) {
      return "It lacks " + Wording.list(gaps, AND) + "; " + support(confidence);
    }
    return "Nothing that was asked for is missing"
        + (confidence == Confidence.HIGH ? AND_CLAUSE : ", but ")
        + support(confidence);
  }

  private static String support(Confidence confidence) {
    return switch (confidence) {
      case LOW -> "this reading rests on little evidence so far.";
      case MEDIUM -> "this reading is only partly backed by evidence.";
      case HIGH -> "this reading rests on plenty of evidence.";
    };
  }

  @Override
  public String shown(SkillEvidence evidence, NameList skills, boolean areAll) {
    return subject(skills, areAll) + verb(evidence, skills.size() > 1);
  }

  private static String subject(NameList skills, boolean areAll) {
    if (!skills.namesNone()) {
      return skills.told(OTHER_SKILL, AND);
    }
    String those = skills.size() > 1 ? "these" : "the skill";
    return areAll ? those : SKILL.counted(skills.size());
  }

  private static String verb(SkillEvidence evidence, boolean areMany) {
    return (areMany ? " are " : " is ")
        + switch (evidence) {
          case ASSESSED -> areMany ? "confirmed by tests" : "confirmed by a test";
          case USED -> "used in work or projects";
          case DECLARED -> "only declared";
        };
  }

  @Override
  public String wished(int asked, NameList shared) {
    String count = shared.size() == asked ? all(asked) : shared.size() + " of the " + asked;
    return (asked == 1 ? "the wished-for skill" : count + " wished-for skills")
        + shared.bracketed(OTHER, AND);
  }

  @Override
  public String domains(int asked, NameList shared) {
    if (asked == 1) {
      return theDomain(shared);
    }
    String domains =
        shared.size() == asked
            ? all(asked) + " domains of the posting"
            : shared.size() + " of the " + asked + " domains";
    return domains + shared.bracketed(OTHER, AND);
  }

  private static String theDomain(NameList domain) {
    return domain.namesNone()
        ? "the posting’s domain"
        : "the " + domain.names().getFirst() + " domain";
  }

  @Override
  public String experience(int months, int asked, String place) {
    if (asked > 0 && months >= asked) {
      return "the experience asked for " + place + " (at least " + duration(asked) + ")";
    }
    return duration(months)
        + " of experience "
        + place
        + (asked == 0 ? "" : " (" + duration(asked) + " asked for)");
  }

  @Override
  public String testResults(int results, OptionalInt mean) {
    return counted(results, "technical test", "technical tests") + mean(results, mean);
  }

  @Override
  public String quizResults(int results, OptionalInt mean) {
    return counted(results, "quiz", "quizzes") + mean(results, mean);
  }

  @Override
  public String risingSeries(int series) {
    return counted(
        series,
        "quiz series rising or already high",
        "quiz series on the whole rising or already high");
  }

  @Override
  public String badges(Tier tier, int badges) {
    return switch (tier) {
      case GOLD -> counted(badges, "gold badge", "gold badges");
      case SILVER -> counted(badges, "silver badge", "silver badges");
      case BRONZE -> counted(badges, "bronze badge", "bronze badges");
    };
  }

  @Override
  public String otherShownSkills(int skills) {
    return counted(skills, "other skill", "other skills") + " used or assessed";
  }

  @Override
  public String missingRequired(int asked, NameList missing) {
    return missing(asked, missing, REQUIRED, REQUIRED);
  }

  @Override
  public String missingWished(int asked, NameList missing, boolean isBehindRequired) {
    return missing(asked, missing, WISHED, isBehindRequired ? WISHED_TOO : WISHED);
  }

  private static String missing(int asked, NameList missing, Noun only, Noun some) {
    return (asked == 1 ? "the " + only.one() : some.counted(missing.size()))
        + missing.bracketed(OTHER, AND);
  }

  @Override
  public String missingDomains(int asked, NameList missing) {
    if (asked == 1 || (missing.size() == 1 && !missing.namesNone())) {
      return theDomain(missing);
    }
    return missing.others() == 0
        ? "the domains " + missing.told(OTHER, AND)
        : DOMAIN.counted(missing.size()) + missing.bracketed(OTHER, AND);
  }

  @Override
  public String missingExperience(int asked, String place) {
    return "the experience asked for " + place + " (" + duration(asked) + ")";
  }

  @Override
  public String missingPartOfExperience() {
    return "part of the experience asked for";
  }

  @Override
  public String inOnlyDomain(NameList domain) {
    return "in " + theDomain(domain);
  }

  @Override
  public String inThose(int domains) {
    return domains == 1 ? "in this domain" : "in these domains";
  }

  @Override
  public String inAllDomains() {
    return "in the posting’s domains";
  }

  private static String mean(int results, OptionalInt mean) {
    if (mean.isEmpty()) {
      return "";
    }
    return " (about " + mean.getAsInt() + (results > 1 ? "% on average)" : "%)");
  }

  private static String duration(int months) {
    return months % MONTHS_OF_YEAR == 0
        ? counted(months / MONTHS_OF_YEAR, "year", "years")
        : counted(months, "month", "months");
  }

  private static String counted(int count, String one, String many) {
    return new Noun(one, many).counted(count);
  }
}
