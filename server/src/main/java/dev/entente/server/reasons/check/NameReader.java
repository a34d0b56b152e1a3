package dev.entente.server.reasons.check;

import dev.entente.server.reasons.check.KnownNames.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the names of skills and domains in one text: at each word the longest run of words that is
/// one.
///
/// A name that is an ordinary word too counts by its capital letter: `homonyms.txt` and
/// `ordinary.txt` say which. A longer name that is made of a named skill and of words of grammar
/// alone is that skill.
final class NameReader {
  private static final int LONGEST = 8;
  private static final Set<String> HOMONYMS = WordList.words("homonyms.txt");
  private static final Set<String> ORDINARY = WordList.words("ordinary.txt");
  private static final Set<String> GRAMMAR = grammar();

  private final String text;
  private final KnownNames known;
  private final List<Word> words;
  private final StringBuilder masked;
  private final List<Word> others = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();

  private NameReader(String text, KnownNames known) {
    this.text = text;
    this.known = known;
    this.words = Words.of(text);
    this.masked = new StringBuilder(text);
  }

  private static Set<String> grammar() {
    Set<String> grammar = new HashSet<>(ORDINARY);
    grammar.addAll(WordList.lines("french.txt"));
    grammar.addAll(WordList.lines("english.txt"));
    return Set.copyOf(grammar);
  }

  /// @param text normalised to NFKC
  static Reading read(String text, KnownNames known) {
    return new NameReader(text, known).read();
  }

  private Reading read() {
    int i = 0;
    while (i < words.size()) {
      i = readAt(i);
    }
    return new Reading(masked.toString(), List.copyOf(others), List.copyOf(tokens));
  }

  private int readAt(int first) {
    for (int last = lastOfRun(first); last >= first; last--) {
      for (Span span : Span.around(text, words.get(first), words.get(last))) {
        Kind kind = known.kind(span.folded(text));
        if (kind != Kind.NONE && counts(kind, span, first, last)) {
          return kind == Kind.STRANGE ? keep(first, last, kind) : mask(span, last, kind);
        }
      }
    }
    return keep(first, first, Kind.NONE);
  }

  private int keep(int first, int last, Kind kind) {
    for (Word word : words.subList(first, last + 1)) {
      others.add(word);
      tokens.add(Token.of(word, kind));
    }
    return last + 1;
  }

  private int mask(Span span, int last, Kind kind) {
    int sentence = words.get(last).sentence();
    tokens.add(new Token(Token.NAME, span.start(), span.end(), sentence, kind));
    for (int i = span.start(); i < span.end(); i++) {
      if (masked.charAt(i) != ' ') {
        masked.setCharAt(i, 'x');
      }
    }
    return last + 1;
  }

  private int lastOfRun(int first) {
    int last = first;
    while (last + 1 < words.size()
        && last + 1 < first + LONGEST
        && words.get(last + 1).sentence() == words.get(first).sentence()) {
      last++;
    }
    return last;
  }

  private boolean counts(Kind kind, Span span, int first, int last) {
    Word word = words.get(first);
    if (first == last && word.isElided()) {
      return false;
    }
    if (kind != Kind.STRANGE) {
      return true;
    }
    String name = span.folded(text);
    if (HOMONYMS.contains(name)) {
      return word.isCapitalised();
    }
    if (ORDINARY.contains(name)) {
      return word.isCapitalised() && !word.opens();
    }
    return !isNamedAndGrammar(first, last);
  }

  private boolean isNamedAndGrammar(int first, int last) {
    boolean isNamed = false;
    int i = first;
    while (i <= last) {
      int behind = behindNamed(i, last);
      if (behind == i && !GRAMMAR.contains(words.get(i).folded())) {
        return false;
      }
      isNamed |= behind > i;
      i = Math.max(behind, i + 1);
    }
    return isNamed;
  }

  private int behindNamed(int first, int last) {
    for (int end = last; end >= first; end--) {
      for (Span span : Span.around(text, words.get(first), words.get(end))) {
        Kind kind = known.kind(span.folded(text));
        if (kind.isNamed()) {
          return end + 1;
        }
      }
    }
    return first;
  }
}
