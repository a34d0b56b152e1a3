package dev.entente.cli.terminal;

/// A command cannot do what it was asked; its message says why and what to do, in the user's
/// language.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private CommandFailure(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /// Something failed that other input, or another try, may mend.
  public static CommandFailure failed(String message) {
    return new CommandFailure(message, ExitCode.FAILED);
  }

  /// The command was called wrongly.
  public static CommandFailure wrongUsage(String message) {
    return new CommandFailure(message, ExitCode.WRONG_USAGE);
  }

  /// The code to exit with.
  public int exitCode() {
    return exitCode;
  }
}
