package dev.entente.cli.settings;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings that a file holds in lines of `NAME=VALUE`, as shells and Docker write them.
///
/// A line may begin with `export`. A value in `'…'` is taken as it is; in `"…"` a backslash stands
/// before `"`, `\`, `$`, or makes a line's end of `n`; a bare value ends at ` #`, which begins a
/// comment. Nothing is substituted. The last line of a name counts.
final class EnvironmentFile {
  private static final String COMMENT = "(?:[ \t]+#.*)?[ \t]*";
  private static final Pattern NOTHING = Pattern.compile("[ \t]*(?:#.*)?");
  private static final Pattern SETTING =
      Pattern.compile("[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=(.*)");
  private static final Pattern LITERAL = Pattern.compile("[ \t]*'([^']*+)'" + COMMENT);
  private static final Pattern ESCAPED =
      Pattern.compile("[ \t]*\"((?:[^\"\\\\]|\\\\.)*+)\"" + COMMENT);
  private static final Pattern BARE_END = Pattern.compile("[ \t]+#.*");
  private static final Pattern OUTER_BLANKS = Pattern.compile("^[ \t]++|[ \t]++$");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\$n])");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

  private EnvironmentFile() {}

  /// Reads a file; one that does not exist holds nothing.
  ///
  /// @throws CommandFailure if it cannot be read or a line is no setting; the line is named, and
  ///   not shown, because it may hold a secret
  static Map<String, String> read(Path file, Messages messages) {
    try {
      return parse(Files.readString(file), file, messages);
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (CharacterCodingException e) {
      throw CommandFailure.failed(messages.text("settings.utf8", file));
    } catch (IOException e) {
      throw CommandFailure.failed(
          messages.text("input.unreadable", file, IoReason.of(e, messages)));
    }
  }

  private static Map<String, String> parse(String text, Path file, Messages messages) {
    Map<String, String> settings = new HashMap<>();
    int number = 0;
    for (String line : text.replaceFirst("^\uFEFF", "").lines().toList()) {
      number++;
      if (NOTHING.matcher(line).matches()) {
        continue;
      }
      Matcher setting = SETTING.matcher(line);
      Optional<String> value =
          setting.matches() ? value(setting.group(2)) : Optional.<String>empty();
      if (value.isEmpty() || CONTROL.matcher(line).find()) {
        throw CommandFailure.failed(messages.text("settings.line", file, String.valueOf(number)));
      }
      settings.put(setting.group(1), value.get());
    }
    return settings;
  }

  private static Optional<String> value(String written) {
    Matcher literal = LITERAL.matcher(written);
    if (literal.matches()) {
      return Optional.of(literal.group(1));
    }
    Matcher escaped = ESCAPED.matcher(written);
    if (escaped.matches()) {
      return Optional.of(ESCAPE.matcher(escaped.group(1)).replaceAll(EnvironmentFile::meant));
    }
    String bare = BARE_END.matcher(written).replaceFirst("");
    String value = OUTER_BLANKS.matcher(bare).replaceAll("");
    return value.startsWith("'") || value.startsWith("\"") ? Optional.empty() : Optional.of(value);
  }

  private static String meant(MatchResult escape) {
    return escape.group(1).equals("n") ? "\n" : Matcher.quoteReplacement(escape.group(1));
  }
}
