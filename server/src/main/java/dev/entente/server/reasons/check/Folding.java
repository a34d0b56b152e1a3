package dev.entente.server.reasons.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The one form that texts, names and lists of words are compared in.
final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final char LAST_ASCII = 0x7F;

  private Folding() {}

  /// Makes wide, narrow and styled letters the plain ones: NFKC.
  static String compatible(String text) {
    return isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /// Folds width, case, accents, ligatures, apostrophes and hyphens.
  static String fold(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String lower = compatible(text).toLowerCase(Locale.ROOT);
    String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return plain
        .replace('\u2019', '\'')
        .replace('\u2010', '-')
        .replace('\u2011', '-')
        .replace("\u0153", "oe")
        .replace("\u00e6", "ae");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c <= LAST_ASCII);
  }
}
