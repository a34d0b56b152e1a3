package dev.entente.server.reasons.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the words of a text.
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?\u2026]\\S*+\\s|[\\n\\r]");

  private Words() {}

  /// The words in their order.
  ///
  /// @param text normalised to NFKC
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int sentence = 0;
    int behind = 0;
    while (matcher.find()) {
      String gap = text.substring(behind, matcher.start());
      boolean opens = words.isEmpty() || SENTENCE_END.matcher(gap).find();
      if (!words.isEmpty() && (opens || gap.indexOf(';') >= 0)) {
        sentence++;
      }
      behind = matcher.end();
      String written = matcher.group();
      words.add(
          new Word(
              written,
              Folding.fold(written),
              matcher.start(),
              behind,
              sentence,
              opens,
              isApostrophe(text, behind)));
    }
    return words;
  }

  private static boolean isApostrophe(String text, int at) {
    return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '\u2019');
  }
}
