package dev.entente.matching.vocabulary;

/// The one meaning of _blank_ and _trimmed_: the Unicode property White_Space.
///
/// Java's own `isWhitespace`, `isSpaceChar`, `strip` and `trim` each differ from it (no-break
/// spaces, U+0085, U+001C to U+001F).
public final class WhiteSpace {
  private WhiteSpace() {}

  /// Tells whether a text is empty or holds nothing but white space.
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(WhiteSpace::isWhiteSpace);
  }

  /// Counts the code points that are left when white space is cut off both ends.
  public static int trimmedLength(String text) {
    int start = start(text);
    return text.codePointCount(start, end(text, start));
  }

  /// Cuts white space off both ends.
  public static String trim(String text) {
    int start = start(text);
    return text.substring(start, end(text, start));
  }

  /// Makes each run of white space one blank and cuts it off both ends.
  public static String collapse(String text) {
    var collapsed = new StringBuilder(text.length());
    int end = end(text, start(text));
    boolean inRun = false;
    for (int i = start(text); i < end; i++) {
      boolean white = isWhiteSpace(text.charAt(i));
      if (!white) {
        collapsed.append(text.charAt(i));
      } else if (!inRun) {
        collapsed.append(' ');
      }
      inRun = white;
    }
    return collapsed.toString();
  }

  // Every White_Space code point lies in the basic plane, so looking at chars is exact.
  private static int start(String text) {
    int start = 0;
    while (start < text.length() && isWhiteSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int end(String text, int start) {
    int end = text.length();
    while (end > start && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /// Tells whether a code point is white space.
  public static boolean isWhiteSpace(int codePoint) {
    return switch (codePoint) {
      case ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default ->
          (codePoint >= 0x9 && codePoint <= 0xD) || (codePoint >= 0x2000 && codePoint <= 0x200A);
    };
  }
}
