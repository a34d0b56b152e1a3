package dev.entente.server.demo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text as it may stand in an address.
final class Slug {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private Slug() {}

  /// Small ASCII letters and digits; whatever stood between them is one hyphen.
  static String of(String text) {
    String plain = text.replace('ı', 'i').replace("œ", "oe").replace("’", "");
    String decomposed = Normalizer.normalize(plain, Normalizer.Form.NFD);
    String letters = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    return OTHERS.matcher(letters).replaceAll("-");
  }
}
