package dev.entente.server.reasons.check;

import dev.entente.server.reasons.ReasonLanguage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Numbers in words, from 2 to 100 and beyond, written as digits.
final class NumberWords {
  private static final List<String> FRENCH =
      words(
          "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
              + " seize dix-sept dix-huit dix-neuf");
  private static final List<String> ENGLISH =
      words(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              + " fifteen sixteen seventeen eighteen nineteen");
  private static final List<String> FRENCH_TENS = words("vingt trente quarante cinquante soixante");
  private static final List<String> ENGLISH_TENS =
      words("twenty thirty forty fifty sixty seventy eighty ninety");
  private static final int TEN = 10;
  private static final int TWENTY = 20;

  private final Map<String, String> digits = new HashMap<>();
  private final Pattern pattern;

  NumberWords(ReasonLanguage language) {
    if (language == ReasonLanguage.FRENCH) {
      addFrench();
    } else {
      addEnglish();
    }
    List<String> longestFirst =
        digits.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(words -> words.replace(" ", "[ -]"))
            .toList();
    pattern =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:%s)(?![\\p{L}\\p{N}])"
                .formatted(String.join("|", longestFirst)));
  }

  /// @param plain folded
  String toDigits(String plain) {
    return pattern
        .matcher(plain)
        .replaceAll(match -> digits.getOrDefault(match.group().replace('-', ' '), ""));
  }

  private void addFrench() {
    // One is an article too: where it counts is for the reader of numbers to tell.
    for (int n = 0; n < FRENCH.size(); n++) {
      if (n != 1) {
        put(FRENCH.get(n), n);
      }
    }
    for (int i = 0; i < FRENCH_TENS.size(); i++) {
      addFrenchTens(FRENCH_TENS.get(i), (i + 2) * TEN, i == FRENCH_TENS.size() - 1 ? TWENTY : TEN);
    }
    addFrenchTens("quatre vingt", 80, TWENTY);
    put("quatre vingts", 80);
    put("septante", 70);
    put("huitante", 80);
    put("nonante", 90);
    put("cent", 100);
    put("dizaine", 10);
    put("dizaines", 10);
    put("douzaine", 12);
    put("quinzaine", 15);
    put("vingtaine", 20);
    put("trentaine", 30);
    put("quarantaine", 40);
    put("cinquantaine", 50);
    put("centaine", 100);
    put("centaines", 100);
    put("mille", 1000);
    put("milliers", 1000);
    put("million", 1_000_000);
    put("millions", 1_000_000);
  }

  private void addFrenchTens(String tens, int value, int below) {
    put(tens, value);
    put(tens + " et un", value + 1);
    put(tens + " et une", value + 1);
    put(tens + " un", value + 1);
    put(tens + " et onze", value + TEN + 1);
    for (int n = 2; n < below; n++) {
      put(tens + " " + FRENCH.get(n), value + n);
    }
  }

  private void addEnglish() {
    for (int n = 0; n < ENGLISH.size(); n++) {
      if (n != 1) {
        put(ENGLISH.get(n), n);
      }
    }
    for (int i = 0; i < ENGLISH_TENS.size(); i++) {
      int value = (i + 2) * TEN;
      put(ENGLISH_TENS.get(i), value);
      for (int n = 1; n < TEN; n++) {
        put(ENGLISH_TENS.get(i) + " " + ENGLISH.get(n), value + n);
      }
    }
    put("hundred", 100);
    put("one hundred", 100);
    put("hundreds", 100);
    put("dozen", 12);
    put("dozens", 12);
    put("thousand", 1000);
    put("thousands", 1000);
    put("million", 1_000_000);
    put("millions", 1_000_000);
  }

  private void put(String words, int value) {
    digits.put(words.replace('-', ' '), Integer.toString(value));
  }

  private static List<String> words(String words) {
    return List.of(words.split(" ", -1));
  }
}
