package dev.entente.cli.terminal;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the commands say, in French or English. Immutable.
public final class Messages {
  // A file's name may hold what would move the cursor of a terminal.
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  private final Locale language;
  private final ResourceBundle texts;

  private Messages(Locale language) {
    this.language = language;
    texts = ResourceBundle.getBundle("dev.entente.cli.messages", language);
  }

  /// French where the environment asks for it, else English.
  ///
  /// @param environment `ENTENTE_LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG` are read, the first
  ///   that is set decides
  public static Messages of(Map<String, String> environment) {
    String asked =
        Stream.of("ENTENTE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return new Messages(asked.startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH);
  }

  /// The language of the messages.
  public Locale language() {
    return language;
  }

  /// All texts, for the help of the commands.
  public ResourceBundle texts() {
    return texts;
  }

  /// A message with its arguments in place; numbers are written as the language does.
  public String text(String key, @Nullable Object... arguments) {
    Object[] shown = Arrays.stream(arguments).map(this::shown).toArray();
    return new MessageFormat(texts.getString(key), language).format(shown);
  }

  private Object shown(@Nullable Object argument) {
    return argument instanceof Number
        ? argument
        : CONTROL.matcher(String.valueOf(argument)).replaceAll("?");
  }
}
