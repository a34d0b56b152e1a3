package dev.entente.cli;

import dev.entente.cli.terminal.Messages;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What was wrong with a call, in the user's language: the parser's own sentences are English.
final class UsageMistake {
  private static final String UNKNOWN_COMMAND = "Unknown subcommand '";
  private static final String NO_VALUE = "Missing required parameter for option";

  private UsageMistake() {}

  static String sentence(Messages messages, ParameterException e) {
    List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
    return switch (e) {
      case UnmatchedArgumentException unknown ->
          messages.text("usage.unknown", String.join(" ", unknown.getUnmatched()));
      case MissingParameterException missing when hasNoValue(missing) ->
          messages.text("usage.noValue", names(missing));
      case MissingParameterException missing when !unmatched.isEmpty() ->
          messages.text("usage.unknown", String.join(" ", unmatched));
      case MissingParameterException missing -> messages.text("usage.missing", names(missing));
      case OverwrittenOptionException twice ->
          messages.text("usage.twice", name(twice.getOverwritten()));
      case ParameterException wrong when wrong.getArgSpec() != null && wrong.getValue() != null ->
          messages.text("usage.value", name(wrong.getArgSpec()) + " " + wrong.getValue());
      case ParameterException wrong when isUnknownCommand(wrong) ->
          messages.text("usage.unknown", unknownCommand(wrong));
      default -> messages.text("usage.command");
    };
  }

  private static boolean hasNoValue(MissingParameterException e) {
    return String.valueOf(e.getMessage()).startsWith(NO_VALUE);
  }

  private static boolean isUnknownCommand(ParameterException e) {
    return String.valueOf(e.getMessage()).startsWith(UNKNOWN_COMMAND);
  }

  private static String unknownCommand(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\'', UNKNOWN_COMMAND.length());
    return message.substring(UNKNOWN_COMMAND.length(), end < 0 ? message.length() : end);
  }

  private static String names(MissingParameterException e) {
    return e.getMissing().stream().map(UsageMistake::name).collect(Collectors.joining(", "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
