package dev.entente.server.candidates;

import dev.entente.matching.vocabulary.WhiteSpace;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts without case, accents and ligatures, so that `francois` finds « François ».
final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  /// Folds a text; folding it again changes nothing.
  static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(plain.length());
    MARKS
        .matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
        .replaceAll("")
        .codePoints()
        .forEach(letter -> append(letter, folded));
    return WhiteSpace.collapse(folded.toString());
  }

  /// The first code points of a text.
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  // Letters that no normal form takes apart.
  private static void append(int letter, StringBuilder folded) {
    switch (letter) {
      case 'œ' -> folded.append("oe");
      case 'æ' -> folded.append("ae");
      case 'ß' -> folded.append("ss");
      case 'ø' -> folded.append('o');
      case 'ł' -> folded.append('l');
      case 'đ', 'ð' -> folded.append('d');
      case 'þ' -> folded.append("th");
      case 'ı' -> folded.append('i');
      default -> folded.appendCodePoint(letter);
    }
  }
}
