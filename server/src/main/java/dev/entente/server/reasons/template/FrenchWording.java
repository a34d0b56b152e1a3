package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import java.util.ArrayList;
import java.util.List;

/// French: one is singular, and so is none.
record FrenchWording() implements Wording {
  private static final String AND = " et ";
  private static final Noun SKILL = new Noun("compétence", "compétences");
  private static final String AND_CLAUSE = ", et ";
  private static final Noun OTHER_SKILL = new Noun("autre compétence", "autres compétences");
  private static final Noun REQUIRED = new Noun("compétence requise", "compétences requises");
  private static final Noun WISHED = new Noun("compétence souhaitée", "compétences souhaitées");
  private static final Noun WISHED_TOO = new Noun("souhaitée", "souhaitées");
  private static final Noun DOMAIN = new Noun("domaine", "domaines");
  private static final Noun OTHER = new Noun("autre", "autres");
  private static final Noun TEST = new Noun("test technique", "tests techniques");
  private static final Noun QUIZ = new Noun("quiz", "quiz");
  // A no-break space stands before the signs of two parts; the narrow one is missing from some
  // fonts and mail programs.
  private static final String COLON = "\u00a0: ";
  private static final String SEMICOLON = "\u00a0; ";
  private static final String PERCENT = "\u00a0%";

  @Override
  public String coversNone(NameList asked) {
    String names = asked.bracketed(OTHER, AND);
    return asked.size() == 1
        ? "La compétence requise" + names + " ne figure pas au profil."
        : "Aucune des " + REQUIRED.counted(asked.size()) + names + " ne figure au profil.";
  }

  @Override
  public String covers(int shared, int asked, List<String> clauses) {
    return Wording.sentence(covered(shared, asked) + COLON + Wording.list(clauses, AND_CLAUSE));
  }

  @Override
  public String coversUnnamed(int shared, int asked, SkillEvidence evidence) {
    return covered(shared, asked) + COLON + shown(evidence, shared > 1) + ".";
  }

  private static String covered(int shared, int asked) {
    if (asked == 1) {
      return "Le profil présente la compétence requise";
    }
    return shared == asked
        ? "Le profil réunit les " + asked + " compétences requises"
        : "Le profil couvre " + shared + " des " + asked + " compétences requises";
  }

  @Override
  public String shows(List<String> points, List<String> results, boolean isFurther) {
    List<String> clauses = new ArrayList<>();
    if (!points.isEmpty()) {
      clauses.add((isFurther ? "on y trouve aussi " : "on y trouve ") + Wording.list(points, AND));
    }
    if (!results.isEmpty()) {
      clauses.add(Wording.list(results, AND));
    }
    return Wording.sentence(String.join(SEMICOLON, clauses));
  }

  @Override
  public String lacks(List<String> gaps, Confidence confidence, boolean isFurther) {
    if (!gaps.isEmpty()) {
      return (isFurther ? "Il manque aussi " : "Il manque ")
          + Wording.list(gaps, AND)
          + SEMICOLON
          + support(confidence);
    }
    return (isFurther ? "Rien d’autre ne manque" : "Rien de ce qui est demandé ne manque")
        + (confidence == Confidence.HIGH ? AND_CLAUSE : ", mais ")
        + support(confidence);
  }

  private static String support(Confidence confidence) {
    return switch (confidence) {
      case LOW -> "cette évaluation repose encore sur peu d’éléments.";
      case MEDIUM -> "cette évaluation repose sur des éléments partiels.";
      case HIGH -> "cette évaluation repose sur de nombreux éléments.";
    };
  }

  @Override
  public String shown(SkillEvidence evidence, NameList skills) {
    boolean areMany = skills.size() > 1;
    String told = skills.told(skills.namesNone() ? SKILL : OTHER_SKILL, AND);
    return switch (evidence) {
      case ASSESSED ->
          (areMany ? "des tests réussis attestent " : "un test réussi atteste ") + told;
      case USED -> "l’expérience ou les projets mettent en œuvre " + told;
      case DECLARED -> told + onMereDeclaration(areMany);
    };
  }

  // No participle, which would agree with names whose gender nobody knows.
  private static String onMereDeclaration(boolean areMany) {
    return (areMany ? " y figurent" : " y figure") + " sur simple déclaration";
  }

  private static String shown(SkillEvidence evidence, boolean areMany) {
    return switch (evidence) {
      case ASSESSED -> areMany ? "des tests réussis les attestent" : "un test réussi l’atteste";
      case USED -> "l’expérience ou les projets " + (areMany ? "les" : "la") + " mettent en œuvre";
      case DECLARED -> (areMany ? "elles" : "elle") + onMereDeclaration(areMany);
    };
  }

  @Override
  public String wished(int asked, NameList shared) {
    return (asked == 1 ? "la compétence souhaitée" : of(asked, shared) + " compétences souhaitées")
        + shared.bracketed(OTHER, AND);
  }

  @Override
  public String domains(int asked, NameList shared) {
    if (asked == 1) {
      return theDomain(shared);
    }
    String domains = shared.size() == asked ? " domaines de l’offre" : " domaines";
    return of(asked, shared) + domains + shared.bracketed(OTHER, AND);
  }

  private static String of(int asked, NameList shared) {
    return shared.size() == asked ? "les " + asked : shared.size() + " des " + asked;
  }

  private static String theDomain(NameList domain) {
    return domain.namesNone() ? "le domaine de l’offre" : "le domaine " + domain.names().getFirst();
  }

  @Override
  public String experience(int months, int asked, String place) {
    if (asked == 0) {
      return duration(months) + " d’expérience " + place;
    }
    return months >= asked
        ? "l’expérience demandée " + place + " (au moins " + duration(asked) + ")"
        : duration(months) + " d’expérience " + place + " (" + askedFor(asked) + ")";
  }

  private static String askedFor(int months) {
    boolean isOne = months == 1 || months == MONTHS_OF_YEAR;
    return duration(months) + (isOne ? " demandé" : " demandés");
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
    String about = " environ " + mean + PERCENT;
    return results == 1
        ? "son " + noun.one() + " donne" + about
        : "ses " + noun.counted(results) + " donnent" + about + " en moyenne";
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
        "série de quiz en hausse ou déjà élevée",
        "séries de quiz en hausse ou déjà élevées dans l’ensemble");
  }

  @Override
  public String badges(Tier tier, int badges) {
    return counted(badges, "badge", "badges")
        + switch (tier) {
          case GOLD -> " d’or";
          case SILVER -> " d’argent";
          case BRONZE -> " de bronze";
        };
  }

  @Override
  public String otherShownSkills(int skills) {
    return counted(
        skills, "autre compétence utilisée ou évaluée", "autres compétences utilisées ou évaluées");
  }

  @Override
  public String missingRequired(NameList missing) {
    return REQUIRED.counted(missing.size()) + missing.bracketed(OTHER, AND);
  }

  @Override
  public String missingWished(int asked, NameList missing, boolean isBehindRequired) {
    Noun some = isBehindRequired ? WISHED_TOO : WISHED;
    return (asked == 1 ? "la " + WISHED.one() : some.counted(missing.size()))
        + missing.bracketed(OTHER, AND);
  }

  @Override
  public String missingDomains(int asked, NameList missing) {
    if (asked == 1 || (missing.size() == 1 && !missing.namesNone())) {
      return theDomain(missing);
    }
    return missing.others() == 0
        ? "les domaines " + missing.told(OTHER, AND)
        : DOMAIN.counted(missing.size()) + missing.bracketed(OTHER, AND);
  }

  @Override
  public String missingExperience(int asked, String place) {
    return "l’expérience demandée " + place + " (" + duration(asked) + ")";
  }

  @Override
  public String missingPartOfExperience() {
    return "une partie de l’expérience demandée";
  }

  @Override
  public String inOnlyDomain(NameList domain) {
    return "dans " + theDomain(domain);
  }

  @Override
  public String inThose(int domains) {
    return domains == 1 ? "dans ce domaine" : "dans ces domaines";
  }

  @Override
  public String inAllDomains() {
    return "dans les domaines de l’offre";
  }

  private static String mean(int results, int mean) {
    return " (environ " + mean + PERCENT + (results > 1 ? " en moyenne)" : ")");
  }

  private static String duration(int months) {
    return months % MONTHS_OF_YEAR == 0
        ? counted(months / MONTHS_OF_YEAR, "an", "ans")
        : months + " mois";
  }

  private static String counted(int count, String one, String many) {
    return new Noun(one, many).counted(count);
  }
}
