package dev.entente.matching.vocabulary;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The words of free text that relevance compares: folded, without stop words.
public final class Tokens {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  // The repeated group is possessive, so that the engine loops where it would recurse: a text of
  // ten thousand dots must not overflow the stack. Nothing after it can fail: the matches are same.
  private static final Pattern TOKEN =
      Pattern.compile("\\.?[\\p{L}\\p{N}]+(?:[.+#][\\p{L}\\p{N}]+)*+[+#]*");

  private static final int SHORTEST = 2;
  private static final char LAST_ASCII = 0x7F;
  private static final Set<String> STOP_WORDS = stopWords();

  private Tokens() {}

  /// Tokenises each text alone and unites the sets.
  ///
  /// @return distinct tokens of at least two code points, unordered; empty if there are none
  public static Set<String> of(List<String> texts) {
    Set<String> tokens = new HashSet<>();
    for (String text : texts) {
      Matcher matcher = TOKEN.matcher(fold(text));
      while (matcher.find()) {
        String token = TitleForms.fold(matcher.group());
        if (token.codePointCount(0, token.length()) >= SHORTEST && !STOP_WORDS.contains(token)) {
          tokens.add(token);
        }
      }
    }
    return tokens;
  }

  private static String fold(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT); // it has no other form, and most texts are
    }
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String decomposed =
        Normalizer.normalize(compatible.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return MARKS.matcher(decomposed).replaceAll("");
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> stopWords() {
    return Set.copyOf(
        Stream.of("stopwords-en.txt", "stopwords-fr.txt")
            .map(Resource::lines)
            .flatMap(List::stream)
            .distinct()
            .toList());
  }
}
