package dev.entente.server.reasons.template;

import dev.entente.matching.profile.SkillEvidence;
import dev.entente.server.reasons.ReasonFacts.Confidence;
import java.util.List;
import java.util.OptionalInt;

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
  // A narrow no-break space stands before the signs of two parts.
  private static final String COLON = "\u202f: ";
  private static final String SEMICOLON = "\u202f; ";
  private static final String PERCENT = "\u202f%";

  @Override
  public String covers(int shared, int asked, List<String> clauses) {
    if (shared == 0) {
      return asked == 1
          ? "La compétence requise ne figure pas au profil."
          : "Aucune des " + asked + " compétences requises ne figure au profil.";
    }
    return Wording.sentence(covered(shared, asked) + COLON + Wording.list(clauses, AND_CLAUSE));
  }

  private static String covered(int shared, int asked) {
    if (asked == 1) {
      return "La compétence requise est au profil";
    }
    return shared == asked
        ? "Les " + asked + " compétences requises sont au profil"
        : "Le profil couvre " + shared + " des " + asked + " compétences requises";
  }

  @Override
  public String shows(List<String> points, boolean isFurther) {
    return Wording.sentence(
        (isFurther ? "On y trouve aussi " : "On y trouve ") + Wording.list(points, AND));
  }

  @Override
  public String lacks(List<String> gaps, Confidence confidence) {
    if (!gaps.isEmpty()) {
      return "Il manque " + Wording.list(gaps, AND) + SEMICOLON + support(confidence);
    }
    return "Rien de ce qui est demandé ne manque"
        + (confidence == Confidence.HIGH ? AND_CLAUSE : ", mais ")
        + support(confidence);
  }

  private static String support(Confidence confidence) {
    return switch (confidence) {
      case LOW -> "cette lecture s’appuie encore sur peu d’éléments.";
      case MEDIUM -> "cette lecture n’est étayée qu’en partie.";
      case HIGH -> "cette lecture s’appuie sur beaucoup d’éléments.";
    };
  }

  @Override
  public String shown(SkillEvidence evidence, NameList skills, boolean areAll) {
    if (skills.namesNone()) {
      return areAll
          ? shown(evidence, skills.size() > 1)
          : shown(evidence, SKILL.counted(skills.size()), skills.size() > 1);
    }
    return shown(evidence, skills.told(OTHER_SKILL, AND), skills.size() > 1);
  }

  private static String shown(SkillEvidence evidence, String skills, boolean areMany) {
    return switch (evidence) {
      case ASSESSED ->
          (areMany ? "des tests réussis attestent " : "un test réussi atteste ") + skills;
      case USED -> "l’expérience ou les projets montrent " + skills;
      case DECLARED -> skills + (areMany ? " sont seulement déclarées" : " est seulement déclarée");
    };
  }

  private static String shown(SkillEvidence evidence, boolean areMany) {
    return switch (evidence) {
      case ASSESSED -> areMany ? "des tests réussis les attestent" : "un test réussi l’atteste";
      case USED -> "l’expérience ou les projets " + (areMany ? "les montrent" : "la montrent");
      case DECLARED -> areMany ? "elles sont seulement déclarées" : "elle est seulement déclarée";
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
  public String testResults(int results, OptionalInt mean) {
    return counted(results, "test technique", "tests techniques") + mean(results, mean);
  }

  @Override
  public String quizResults(int results, OptionalInt mean) {
    return counted(results, "quiz", "quiz") + mean(results, mean);
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
  public String missingRequired(int asked, NameList missing) {
    return missing(asked, missing, REQUIRED, REQUIRED);
  }

  @Override
  public String missingWished(int asked, NameList missing, boolean isBehindRequired) {
    return missing(asked, missing, WISHED, isBehindRequired ? WISHED_TOO : WISHED);
  }

  private static String missing(int asked, NameList missing, Noun only, Noun some) {
    return (asked == 1 ? "la " + only.one() : some.counted(missing.size()))
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

  private static String mean(int results, OptionalInt mean) {
    if (mean.isEmpty()) {
      return "";
    }
    return " (environ " + mean.getAsInt() + PERCENT + (results > 1 ? " en moyenne)" : ")");
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
