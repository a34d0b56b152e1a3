package dev.entente.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reasons as an honest model writes them: from the facts that it was sent, and from nothing else.
final class HonestReasons {
  private HonestReasons() {}

  static String of(Map<?, ?> matching, boolean inFrench) {
    Map<?, ?> required = GeminiRequest.object(matching, "required");
    List<String> sentences = new ArrayList<>();
    sentences.add(shared(names(required, "shared"), inFrench));
    sentences.add(missing(names(required, "missing"), inFrench));
    if (GeminiRequest.object(matching, "figures").get("months") instanceof BigDecimal months) {
      sentences.add(months(months.toPlainString(), inFrench));
    }
    return String.join(" ", sentences);
  }

  private static List<String> names(Map<?, ?> required, String list) {
    return GeminiRequest.list(required, list).stream()
        .map(item -> item instanceof Map<?, ?> skill ? skill.get("name") : item)
        .map(String::valueOf)
        .toList();
  }

  private static String shared(List<String> names, boolean inFrench) {
    if (names.isEmpty()) {
      return inFrench
          ? "Le profil ne montre aucune compétence que l’offre demande et nomme."
          : "The candidate shows none of the skills that the posting asks for by name.";
    }
    return (inFrench
            ? "Parmi les compétences demandées, le profil montre "
            : "The candidate shows ")
        + enumerated(names, inFrench)
        + (inFrench ? "." : ", which the posting asks for.");
  }

  private static String missing(List<String> names, boolean inFrench) {
    if (names.isEmpty()) {
      return inFrench
          ? "Aucune compétence demandée et nommée ne manque."
          : "No skill that is asked for by name is missing.";
    }
    return (inFrench ? "Ce qui manque : " : "What is missing: ")
        + enumerated(names, inFrench)
        + ".";
  }

  private static String months(String months, boolean inFrench) {
    return inFrench
        ? "L’expérience dans le domaine compte " + months + " mois."
        : "The experience in the domain comes to " + months + " months.";
  }

  private static String enumerated(List<String> names, boolean inFrench) {
    String last = names.getLast();
    return names.size() == 1
        ? last
        : String.join(", ", names.subList(0, names.size() - 1))
            + (inFrench ? " et " : " and ")
            + last;
  }
}
