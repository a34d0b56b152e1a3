package dev.entente.server.reasons.check;

import dev.entente.matching.vocabulary.WhiteSpace;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// The text of a job posting as it may be sent to a model: as data between two marks that cannot
/// stand in it, without addresses.
///
/// Whatever else its author wrote stays: a sentence that gives an order is as much a part of the
/// posting as any other, and no list of words would find them all. Pure, shared by threads.
public final class PostingText {
  /// Stands before the text.
  public static final String BEGIN = "<posting>";

  /// Stands behind the text.
  public static final String END = "</posting>";

  // Tags may be most of a text; what comes later than this is not looked at.
  private static final int READ_FOR_ONE = 20;

  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|$)");
  private static final Pattern SCRIPT =
      Pattern.compile("(?is)<(script|style)\\b.*?(?:</\\1\\s*+>|$)");
  private static final Pattern TAG = Pattern.compile("</?\\p{Alpha}[^<>]*+>|<[!?][^<>]*+>");
  // Angle brackets and all that look like them, and the signs that fence and head blocks.
  private static final Pattern BRACKET =
      Pattern.compile(
          "[<>\\u2039\\u203a\\u2329\\u232a\\u27e8\\u27e9\\u3008\\u3009\\ufe64\\ufe65\\uff1c\\uff1e]");
  private static final Pattern FENCE =
      Pattern.compile("`{3,}+|~{3,}+|\"{3,}+|#{2,}+|={3,}+|-{3,}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]++");

  private PostingText() {}

  /// The title and the description as one line of data between [#BEGIN] and [#END].
  ///
  /// @param limit the most code points between the marks, at least 1; what is longer is cut behind
  ///   a word
  /// @throws IllegalArgumentException if the limit is below 1
  public static String of(String title, String description, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, got: " + limit);
    }
    return BEGIN + cut(clean(head(title + "\n" + description, limit)), limit) + END;
  }

  private static String head(String text, int limit) {
    return text.substring(0, (int) Math.min(text.length(), READ_FOR_ONE * (long) limit));
  }

  private static String clean(String text) {
    String shown = shown(Normalizer.normalize(text, Normalizer.Form.NFC));
    String plain = Entities.decode(untagged(Entities.decode(untagged(shown))));
    String data = BRACKET.matcher(shown(untagged(plain))).replaceAll(" ");
    String rest = Addresses.without(FENCE.matcher(data).replaceAll(" "));
    return WhiteSpace.trim(BLANKS.matcher(rest).replaceAll(" "));
  }

  /// Without what nobody sees; white space of any kind is a blank.
  private static String shown(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (WhiteSpace.isWhiteSpace(c)) {
                shown.append(' ');
              } else if (!Signs.isUnseen(c)) {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static String untagged(String text) {
    String rest = COMMENT.matcher(text).replaceAll(" ");
    rest = SCRIPT.matcher(rest).replaceAll(" ");
    return TAG.matcher(rest).replaceAll(" ");
  }

  private static String cut(String text, int limit) {
    if (text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    int end = text.offsetByCodePoints(0, limit);
    int blank = text.charAt(end) == ' ' ? end : text.lastIndexOf(' ', end);
    return WhiteSpace.trim(text.substring(0, blank > 0 ? blank : end));
  }
}
