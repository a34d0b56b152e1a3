package dev.entente.server.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The last wall before an output: what must never be in one is taken out of every text.
public final class Secrets {
  // What is shorter would be found in ordinary words, and is no secret.
  private static final int SHORTEST = 4;
  private static final String HIDDEN = "…";

  private final List<String> texts;

  /// @param texts keys and passwords, in every way of writing them
  public Secrets(Stream<String> texts) {
    this.texts =
        texts
            .filter(text -> text.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /// The text without any of them.
  String hiddenIn(String text) {
    String shown = text;
    for (String secret : texts) {
      shown = shown.replace(secret, HIDDEN);
    }
    return shown;
  }

  /// Never shows one.
  @Override
  public String toString() {
    return "Secrets[…]";
  }
}
