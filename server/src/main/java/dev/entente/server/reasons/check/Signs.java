package dev.entente.server.reasons.check;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.regex.Pattern;

/// The characters of a text: which of them a plain sentence does not have.
final class Signs {
  private static final String SPEECH =
      " .,;:!?'\"()/&%+-\u2019\u2018\u201c\u201d\u00ab\u00bb\u2013\u2014\u2010\u2011\u2026\u00b0\u00b7\u20ac";
  private static final Pattern MARKUP =
      Pattern.compile(
          "&#|&\\p{Alnum}++;|\"\\s?:|^\\s*+[-+\u2013\u2014\u00b7]\\s|^\\s*+\\d{1,2}[.)]\\s|--|==|\\+\\+\\+");
  private static final int LETTERS_IN_A_ROW = 4;

  private Signs() {}

  /// Whether a character is one that nobody sees, or that changes how others are seen: controls,
  /// zero width, directions, tags, private use and unassigned; of white space the blank alone is
  /// seen.
  static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isFiller(codePoint);
    };
  }

  // Hangul fillers and variation selectors are letters and marks that have no picture.
  private static boolean isFiller(int codePoint) {
    return codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xFFA0
        || codePoint == 0x2800
        || codePoint == 0x034F
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  /// Whether a text holds a character that nobody sees.
  static boolean hasUnseen(String text) {
    return text.codePoints().anyMatch(Signs::isUnseen);
  }

  /// Whether a text holds what no plain sentence does.
  ///
  /// @param rest normalised to NFKC, without the names in it
  static boolean hasMarkup(String rest) {
    return rest.codePoints().anyMatch(c -> !isSpeech(c)) || MARKUP.matcher(rest).find();
  }

  private static boolean isSpeech(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || SPEECH.indexOf(codePoint) >= 0;
  }

  /// Whether a word has letters of two scripts, so that it only looks like what it is taken for.
  static boolean isMixed(Word word) {
    return word.written()
            .codePoints()
            .filter(Character::isLetter)
            .mapToObj(UnicodeScript::of)
            .distinct()
            .count()
        > 1;
  }

  /// Whether all letters and digits are Latin ones.
  static boolean isLatin(String text) {
    return text.codePoints().allMatch(Signs::isLatinOrNone);
  }

  private static boolean isLatinOrNone(int codePoint) {
    if (Character.isLetter(codePoint)) {
      return UnicodeScript.of(codePoint) == UnicodeScript.LATIN;
    }
    return !Character.isDigit(codePoint) || codePoint <= '9';
  }

  /// Whether letters stand apart, as `i g n o r e`, so that no word is seen.
  static boolean areSpaced(List<Word> words) {
    int row = 0;
    for (Word word : words) {
      row = word.written().length() == 1 && word.hasLetter() && !word.isElided() ? row + 1 : 0;
      if (row == LETTERS_IN_A_ROW) {
        return true;
      }
    }
    return false;
  }
}
