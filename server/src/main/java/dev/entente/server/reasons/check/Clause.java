package dev.entente.server.reasons.check;

import dev.entente.server.reasons.check.KnownNames.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Words that make one statement of what they name.
///
/// @param opener the sign before it: `,`, `:`, `(`, or a blank
record Clause(char opener, List<Token> tokens) {
  private static final Phrases LACK = Phrases.of("lack.txt");
  private static final Phrases PRESENT = Phrases.of("present.txt");
  private static final Phrases FINITE = Phrases.of("finite.txt");
  // "Not only" and "no gap" deny nothing that is named.
  private static final Pattern AFFIRMING =
      Pattern.compile("(?<= )(?:" + String.join("|", WordList.lines("affirming.txt")) + ")(?= )");

  private static final Pattern DENIAL =
      Pattern.compile("(?:(?:mais|but|et|and) )?(?:pas|not|non) (?:l |le |la |the )?\u00a4");

  List<String> words() {
    return tokens.stream().map(Token::folded).toList();
  }

  /// Whether it says of something that it is not there.
  boolean saysLack() {
    String said = " " + String.join(" ", words()) + " ";
    return LACK.isIn(List.of(AFFIRMING.matcher(said).replaceAll("").split(" +", -1)));
  }

  /// Whether it says of something that it is there.
  boolean saysPresence() {
    return PRESENT.isIn(words());
  }

  boolean hasFiniteVerb() {
    return FINITE.isIn(words());
  }

  /// Whether it says nothing of what it names.
  boolean isBare() {
    return !saysPresence() && !hasFiniteVerb() && !saysLack();
  }

  /// Whether it does no more than deny of a name what was said before it.
  boolean isDenial() {
    return DENIAL.matcher(String.join(" ", words())).lookingAt();
  }

  boolean hasName() {
    return tokens.stream().anyMatch(Token::isName);
  }

  boolean names(Kind kind) {
    return tokens.stream().anyMatch(token -> token.kind() == kind);
  }

  boolean endsWithName() {
    return !tokens.isEmpty() && tokens.getLast().isName();
  }

  /// The last name as a clause of its own.
  Optional<Clause> lastName() {
    return IntStream.iterate(tokens.size() - 1, i -> i >= 0, i -> i - 1)
        .filter(i -> tokens.get(i).isName())
        .mapToObj(i -> part(i, i + 1))
        .findFirst();
  }

  Clause with(Clause next) {
    List<Token> both = new ArrayList<>(tokens);
    both.addAll(next.tokens);
    return new Clause(opener, both);
  }

  Clause part(int from, int to) {
    return new Clause(from == 0 ? opener : ' ', tokens.subList(from, to));
  }
}
