package dev.entente.server.pages.matchings;

import dev.entente.matching.explanation.Explanation;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.explanation.Terms;
import dev.entente.server.pages.explanation.WeighedScore;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Experience that somebody has and that is asked for, in words.
final class ExperienceWords {
  private static final int MONTHS_OF_YEAR = 12;
  private static final int MONTHS_SAID_SINGLY = 24;

  private ExperienceWords() {}

  /// What a matching's candidate has of what is asked; empty where it cannot be told.
  static String of(ExplainedMatching matching, Wording wording) {
    return matching.explanation().map(WeighedScore::listOf).orElse(List.of()).stream()
        .filter(weighed -> weighed.criterion().equals("experience"))
        .map(weighed -> of(weighed.score(), wording))
        .collect(Collectors.joining());
  }

  private static String of(Explanation score, Wording wording) {
    long asked = value(score, "askedMonths");
    String has = length(value(score, "months"), wording);
    return asked == 0
        ? wording.text("list.experience.unasked", has)
        : wording.text("list.experience", has, length(asked, wording));
  }

  // A number that is not in the tree is 0.
  private static long value(Explanation score, String term) {
    return Terms.find(score, term).map(Explanation::value).orElse(0L);
  }

  private static String length(long months, Wording wording) {
    long years = months / MONTHS_OF_YEAR;
    long rest = months % MONTHS_OF_YEAR;
    if (years == 0 || (rest > 0 && months < MONTHS_SAID_SINGLY)) {
      return wording.text("list.months", months);
    }
    String whole = wording.text("list.years", years);
    return Stream.of(whole, rest == 0 ? "" : wording.text("list.months", rest))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
