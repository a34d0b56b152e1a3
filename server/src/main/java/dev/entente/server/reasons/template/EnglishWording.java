package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import java.util.ArrayList;
import java.util.List;

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
  private static final Noun TEST = new Noun("technical test", "technical tests");
  private static final Noun QUIZ = new Noun("quiz", "quizzes");

  @Override
  public String coversNone(NameList asked) {
    int count = asked.size();
    String none =
        count == 1
            ? "does not have the required skill"
            : "has " + (count == 2 ? "neither" : "none") + " of the " + REQUIRED.counted(count);
    return Wording.sentence("The profile " + none + asked.bracketed(OTHER, AND));
  }

  @Override
  public String covers(int shared, int asked, List<String> clauses) {
    return Wording.sentence(covered(shared, asked) + ": " + Wording.list(clauses, AND_CLAUSE));
  }

  @Override
  public String coversUnnamed(int shared, int asked, SkillEvidence evidence) {
    return Wording.sentence(covered(shared, asked) + ", which" + verb(evidence, shared > 1));
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
  public String shows(List<String> points, List<String> results, boolean isFurther) {
    List<String> clauses = new ArrayList<>();
    if (!points.isEmpty()) {
      clauses.add(
          (isFurther ? "beyond that, it brings " : "it does bring ") + Wording.list(points, AND));
    }
    if (!results.isEmpty()) {
      clauses.add(Wording.list(results, AND));
    }
    return Wording.sentence(String.join("; ", clauses));
  }

  @Override
  public String lacks(List<String> gaps, Confidence confidence, boolean isFurther) {
    if (!gaps.isEmpty()) {
      return (isFurther ? "It also lacks " : "It lacks ")
          + Wording.list(gaps, AND)
          + "; "
          + support(confidence);
    }
    return (isFurther ? "Nothing else" : "Nothing")
        + " that was asked for is missing"
        + (confidence == Confidence.HIGH ? AND_CLAUSE : ", but ")
        + support(confidence);
  }

  private static String support(Confidence confidence) {
    return switch (confidence) {
      case LOW -> "this assessment rests on little evidence so far.";
      case MEDIUM -> "this assessment is only partly backed by evidence.";
      case HIGH -> "this assessment rests on plenty of evidence.";
    };
  }

  @Override
  public String shown(SkillEvidence evidence, NameList skills) {
    return skills.told(skills.namesNone() ? SKILL : OTHER_SKILL, AND)
        + verb(evidence, skills.size() > 1);
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
  public String testsComeTo(int results, int mean) {
    return comeTo(results, TEST, mean);
  }

  @Override
  public String quizzesComeTo(int results, int mean) {
    return comeTo(results, QUIZ, mean);
  }

  private static String comeTo(int results, Noun noun, int mean) {
    String those = results == 1 ? noun.one() + " comes to" : noun.counted(results) + " average";
    return "its " + those + " about " + mean + "%";
  }

  @Override
  public String testResults(int results, int mean) {
    return TEST.counted(results) + mean(results, mean);
  }

  @Override
  public String quizResults(int results, int mean) {
    return QUIZ.counted(results) + mean(results, mean);
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
  public String missingRequired(NameList missing) {
    return REQUIRED.counted(missing.size()) + missing.bracketed(OTHER, AND);
  }

  @Override
  public String missingWished(int asked, NameList missing, boolean isBehindRequired) {
    Noun some = isBehindRequired ? WISHED_TOO : WISHED;
    return (asked == 1 ? "the " + WISHED.one() : some.counted(missing.size()))
        + missing.bracketed(OTHER, AND);
  }

  @Override
  public String missingDomains(int asked, NameList missing) {
    if (asked == 1 || (missing.size() == 1 && !missing.namesNone())) {
      return theDomain(missing);
    }
    return missing.others() == 0
        ? "the " + missing.told(OTHER, AND) + " domains"
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

  private static String mean(int results, int mean) {
    return " (about " + mean + (results > 1 ? "% on average)" : "%)");
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
