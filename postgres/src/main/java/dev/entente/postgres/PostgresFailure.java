package dev.entente.postgres;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The server cannot be started or kept; its sentence says what is wrong, where, and what to do.
public final class PostgresFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final transient List<String> arguments;

  /// What can be wrong; each has a sentence in each language.
  public enum Kind {
    BINARIES_FAIL,
    DISK_FULL,
    FOLDER_CLOSED,
    FOLDER_DENIED,
    FOLDER_NAME,
    FOLDER_UNUSABLE,
    INIT_FAILED,
    IN_USE,
    NOT_A_CLUSTER,
    NOT_A_FOLDER,
    NO_ACCOUNT,
    NO_BINARIES,
    PASSWORD_WRONG,
    PORT_TAKEN,
    START_FAILED,
    UNREACHABLE,
    WRONG_VERSION
  }

  private PostgresFailure(Kind kind, List<String> arguments) {
    super(Sentences.text(kind.name(), Locale.ENGLISH, arguments));
    this.kind = kind;
    this.arguments = arguments;
  }

  static PostgresFailure of(Kind kind, Object... arguments) {
    return new PostgresFailure(kind, Stream.of(arguments).map(String::valueOf).toList());
  }

  /// What is wrong, for a program to decide on.
  public Kind kind() {
    return kind;
  }

  /// What the sentence names: folders, processes, versions; never a password.
  public List<String> arguments() {
    return arguments;
  }

  /// Says it in French or English (for any other language); lines quoted from PostgreSQL stand on
  /// lines of their own and are English.
  public String text(Locale language) {
    return Sentences.text(kind.name(), language, arguments);
  }
}
