package dev.entente.documents;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// One thing that is wrong with a document.
///
/// @param pointer where: a JSON Pointer (RFC 6901); empty for the document as a whole
/// @param kind what
/// @param arguments what the sentence about it names, ready to be shown; copied
public record Problem(String pointer, Kind kind, List<String> arguments) {
  /// What can be wrong; each has a sentence in each language.
  public enum Kind {
    AHEAD_OF_CLOCK,
    BLANK,
    CSV_BROKEN,
    CSV_CELLS,
    CSV_COLUMN,
    CSV_COLUMN_TWICE,
    CSV_QUOTE,
    DUPLICATE_DOCUMENT,
    DUPLICATE_ID,
    EMPTY_FILE,
    EMPTY_LIST,
    FIELD_TWICE,
    ILLEGAL_CHARACTER,
    INVALID_JSON,
    INVALID_UTF8,
    JSON_LIMIT,
    MISSING,
    NEEDED_WHEN_ACTIVE,
    NOT_AN_ID,
    NOT_AN_INSTANT,
    NOT_AN_OBJECT,
    NOT_A_BOOLEAN,
    NOT_A_DATE,
    NOT_A_LANGUAGE,
    NOT_A_LIST,
    NOT_A_MONTH,
    NOT_A_NUMBER,
    NOT_A_TEXT,
    NOT_A_WHOLE_NUMBER,
    NOT_ONE_OF,
    OTHER_THAN_PATH,
    SCORE_DECIMALS,
    SCORE_RANGE,
    TOO_LARGE,
    TOO_LONG,
    TOO_MANY,
    TO_BEFORE_FROM,
    UNKNOWN_FIELD,
    WEIGHTS_SUM,
    WEIGHT_MISSING,
    WEIGHT_NEGATIVE,
    WEIGHT_UNKNOWN
  }

  public Problem {
    arguments = List.copyOf(arguments);
  }

  static Problem of(String pointer, Kind kind, Object... arguments) {
    return new Problem(pointer, kind, List.of(arguments).stream().map(String::valueOf).toList());
  }

  /// The pointer made fit for a message: short, on one line, and harmless on a terminal.
  public String place() {
    return Quoted.of(pointer);
  }

  /// Says what is wrong and what would be right, in French or English (for any other language).
  public String text(Locale language) {
    Locale known = language.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    String pattern =
        ResourceBundle.getBundle("dev.entente.documents.problems", known).getString(kind.name());
    return new MessageFormat(pattern, known).format(arguments.toArray());
  }
}
