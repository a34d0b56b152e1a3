package dev.entente.server.reasons.check;

import dev.entente.server.reasons.ReasonLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers that a text says, and what they count.
final class Figures {
  /// A number that a text says.
  record Figure(double value, Counted counted) {}

  /// A number that is no digits: a fraction in words.
  static final double HALF = 0.5;

  /// A fraction, a multiple or a span of time that no facts give.
  static final double FRACTION = -1;

  private static final NumberWords FRENCH = new NumberWords(ReasonLanguage.FRENCH);
  private static final NumberWords ENGLISH = new NumberWords(ReasonLanguage.ENGLISH);
  private static final Pattern PER_CENT =
      Pattern.compile("pour[ -]cents?(?!\\p{L})|per[ -]?cent(?!\\p{L})");
  private static final Pattern ONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:(?:un|une|one|a) (?=(?:ans?|annee|mois|year|month)(?!\\p{L}))"
              + "|(?:un|une) (?=seule?(?!\\p{L}))|(?:only|just|exactly) one(?= ))");
  private static final Pattern AND_A_HALF =
      Pattern.compile(
          "(?<![.,\\d])(\\d+)(?: (ans?|annees?|years?))? (?:et demie?|and a half)(?!\\p{L})");
  private static final Pattern OF_A_HUNDRED =
      Pattern.compile("(?<=\\d) ?(?:/ ?|sur |out of |of )100(?!\\d)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,])(?:\\d{1,3}(?: \\d{3})++|\\d++(?:[.,]\\d++)?)"
              + "(?=(?:er|ere|eres|e|eme|nd|st|rd|th)?+(?![\\p{L}\\p{N}]))");
  private static final Pattern HALVES = Pattern.compile("(?<!\\p{L})(?:moitie|half)(?!\\p{L})");
  private static final Pattern FRACTIONS =
      Pattern.compile(
          "(?<!\\p{L})(?:un tiers|2 tiers|(?:un|3) quarts?|thirds?|quarters?|1/[2-9]"
              + "|decades?|decennies?|siecles?|century|centuries|twice|thrice|(?:doubl|tripl|quadrupl)[a-z]*"
              + "|[a-z]+fold)(?!\\p{L})");

  private Figures() {}

  /// @param plain folded, without the names in it
  static List<Figure> of(String plain, ReasonLanguage language) {
    List<Figure> figures = new ArrayList<>();
    String digits = toDigits(plain, language);
    Matcher matcher = NUMBER.matcher(digits);
    while (matcher.find()) {
      String number = matcher.group().replace(" ", "").replace(',', '.');
      figures.add(new Figure(Double.parseDouble(number), Counted.behind(digits, matcher.end())));
    }
    if (HALVES.matcher(digits).find()) {
      figures.add(new Figure(HALF, Counted.ANY));
    }
    if (FRACTIONS.matcher(digits).find()) {
      figures.add(new Figure(FRACTION, Counted.ANY));
    }
    return figures;
  }

  private static String toDigits(String plain, ReasonLanguage language) {
    String digits = PER_CENT.matcher(plain).replaceAll("%");
    digits = ONE.matcher(digits).replaceAll("1 ");
    digits = words(language).toDigits(digits);
    digits = AND_A_HALF.matcher(digits).replaceAll("$1.5 $2");
    return OF_A_HUNDRED.matcher(digits).replaceAll(" points ");
  }

  private static NumberWords words(ReasonLanguage language) {
    return language == ReasonLanguage.FRENCH ? FRENCH : ENGLISH;
  }
}
