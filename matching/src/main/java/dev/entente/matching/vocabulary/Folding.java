package dev.entente.matching.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts without case, accents and ligatures, as people look for them: `francois` finds « François
/// », `coeur` finds « Cœur ». What texts were stored as has to be made again when this changes.
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  /// Folds a text, each run of white space to one blank, none at its ends; folding it again changes
  /// nothing.
  public static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(plain.length());
    MARKS
        .matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
        .replaceAll("")
        .codePoints()
        .forEach(letter -> append(letter, folded));
    return WhiteSpace.collapse(folded.toString());
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
