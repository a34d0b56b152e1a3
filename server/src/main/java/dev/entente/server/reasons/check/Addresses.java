package dev.entente.server.reasons.check;

import dev.entente.matching.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses in a text: of the web, of mailboxes, of accounts, of telephones.
///
/// Any text is read in linear time: what comes before the telling sign is bounded in length.
final class Addresses {
  private static final String ENDINGS =
      "(?:com|org|net|fr|io|dev|eu|info|biz|app|ai|co|me|xyz|ly|gl|gle|uk|de|be|ch|ca|us|es|it|nl"
          + "|lu|ru|cn|tv|tech|cloud|online|site|shop|link|page|jobs|work|gouv|gov|edu|int|paris)";
  private static final String START = "(?<![\\p{L}\\p{N}])";
  private static final String END = "(?![\\p{L}\\p{N}])";

  private static final Pattern URL =
      Pattern.compile(
          "(?iu)"
              + START
              + "(?:[a-z][a-z0-9+-]{1,20}://|www\\d?\\.|mailto:|tel:|javascript:)\\S*+");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?iu)[\\p{L}\\p{N}._%+-]{1,64}+\\s?@\\s?[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)*+");
  private static final Pattern SPELLED =
      Pattern.compile(
          "(?iu)"
              + START
              + "(?:[\\p{L}\\p{N}._-]{1,64}+ ?[\\[({] ?(?:at|arobase?|a|@|dot|point) ?[\\])}] ?\\S*+"
              + "|[\\p{L}\\p{N}._-]{1,64}+ (?:arobase?|at) [\\p{L}\\p{N}-]{1,64}+ (?:dot|point) "
              + ENDINGS
              + "|[\\p{L}\\p{N}-]{1,64}+ (?:dot|point) "
              + ENDINGS
              + ")"
              + END);
  // Written small or large throughout: a sentence that begins behind a dot without a blank is none.
  private static final Pattern DOMAIN =
      Pattern.compile(
          START
              + "(?:(?:[a-z0-9-]{1,63}+\\.){1,8}+"
              + ENDINGS
              + "|(?:[A-Z0-9-]{1,63}+\\.){1,8}+"
              + ENDINGS.toUpperCase(Locale.ROOT)
              + "|(?:[A-Za-z0-9-]{1,63}+\\.){1,8}+(?:com|org|net|fr|io|info|eu|app))"
              + END
              + "(?:[:/?#]\\S*+)?");
  private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_]{2,}+");
  private static final Pattern TELEPHONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\+|00)?\\(?\\d(?:[ ./()\\u00a0\\u202f\\u2011-]{0,3}\\d){8,14}(?![\\p{L}\\p{N}])");
  private static final Pattern NUMERIC_HOST =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\p{L}\\p{N}])(?:[:/]\\S*+)?");

  private static final List<Pattern> ALL =
      List.of(URL, MAIL, SPELLED, DOMAIN, HANDLE, TELEPHONE, NUMERIC_HOST);

  private Addresses() {}

  /// Whether a text holds one.
  static boolean areIn(String text) {
    return ALL.stream()
        .flatMap(pattern -> pattern.matcher(text).results())
        .anyMatch(Addresses::isAddress);
  }

  /// A text with a blank in the place of each.
  static String without(String text) {
    String rest = text;
    for (Pattern pattern : ALL) {
      rest =
          pattern
              .matcher(rest)
              .replaceAll(
                  match -> isAddress(match) ? " " : Matcher.quoteReplacement(match.group()));
    }
    return rest;
  }

  /// `ASP.NET` is none.
  private static boolean isAddress(MatchResult match) {
    return !Vocabulary.isSkill(match.group());
  }
}
