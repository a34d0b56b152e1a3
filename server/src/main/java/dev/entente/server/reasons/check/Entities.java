package dev.entente.server.reasons.check;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The entities of HTML that descriptions of postings have.
final class Entities {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|(\\p{Alpha}{2,8}));");
  private static final int HEXADECIMAL = 16;
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("eacute", "\u00e9"),
          Map.entry("egrave", "\u00e8"),
          Map.entry("ecirc", "\u00ea"),
          Map.entry("agrave", "\u00e0"),
          Map.entry("acirc", "\u00e2"),
          Map.entry("ccedil", "\u00e7"),
          Map.entry("ocirc", "\u00f4"),
          Map.entry("icirc", "\u00ee"),
          Map.entry("ucirc", "\u00fb"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("laquo", "\u00ab"),
          Map.entry("raquo", "\u00bb"),
          Map.entry("bull", "\u2022"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("hellip", "\u2026"),
          Map.entry("euro", "\u20ac"));

  private Entities() {}

  /// Replaces each by what it stands for, once; an unknown one becomes a blank.
  static String decode(String text) {
    return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
  }

  private static String character(MatchResult entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3), " ");
    }
    int codePoint =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), HEXADECIMAL);
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : " ";
  }
}
