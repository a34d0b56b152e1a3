package dev.entente.postgres;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/// What the server says to people, in French or English.
final class Sentences {
  // What a file name or a log may hold and would move the cursor of a terminal; quoted lines stay.
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\n]]");

  private Sentences() {}

  static String text(String key, Locale language, List<?> arguments) {
    Locale known = language.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    String pattern =
        ResourceBundle.getBundle("dev.entente.postgres.sentences", known).getString(key);
    Object[] shown = arguments.stream().map(Sentences::shown).toArray();
    return new MessageFormat(pattern, known).format(shown);
  }

  private static Object shown(Object argument) {
    return argument instanceof Number
        ? argument
        : CONTROL.matcher(String.valueOf(argument)).replaceAll("?");
  }
}
