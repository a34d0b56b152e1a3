package dev.entente.server.reasons.check;

import java.util.ArrayList;
import java.util.List;

/// A part of a text that may be a name.
record Span(int start, int end) {
  /// The parts from one word to another, longest first: with the dot before the first as in `.NET`
  /// and the signs behind the last as in `C++` and `C#`, and without.
  static List<Span> around(String text, Word first, Word last) {
    int start = first.start();
    int end = last.end();
    int dotted = isDotBefore(text, start) ? start - 1 : start;
    int signed = end;
    while (signed < text.length() && isSign(text.charAt(signed))) {
      signed++;
    }
    List<Span> spans = new ArrayList<>(4);
    add(spans, dotted, signed);
    add(spans, start, signed);
    add(spans, dotted, end);
    add(spans, start, end);
    return spans;
  }

  private static void add(List<Span> spans, int start, int end) {
    var span = new Span(start, end);
    if (!spans.contains(span)) {
      spans.add(span);
    }
  }

  private static boolean isDotBefore(String text, int start) {
    return start > 0
        && text.charAt(start - 1) == '.'
        && (start == 1 || !Character.isLetterOrDigit(text.charAt(start - 2)));
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '#' || c == '\u266f';
  }

  String folded(String text) {
    return Folding.fold(text.substring(start, end));
  }
}
