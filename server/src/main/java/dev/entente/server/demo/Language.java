package dev.entente.server.demo;

/// A language that people of the demo write in.
enum Language {
  FR("\u202f"),
  EN(",");

  private final String groups;

  Language(String groups) {
    this.groups = groups;
  }

  /// A number from 0 to 999,999 with its thousands set apart: not by the machine's locales, which
  /// change from one Java to the next.
  String number(int number) {
    return number < 1_000
        ? Integer.toString(number)
        : number / 1_000 + groups + Integer.toString(1_000 + number % 1_000).substring(1);
  }
}
