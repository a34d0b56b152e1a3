package dev.entente.cli;

import dev.entente.cli.terminal.Messages;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What was wrong with a call, in the user's language: the parser's own sentences are English.
final class UsageMistake {
  private UsageMistake() {}

  static String sentence(Messages messages, ParameterException e) {
    return switch (e) {
      case MissingParameterException missing when missing.getMissing().isEmpty() ->
          messages.text("usage.value", missing.getMessage());
      case MissingParameterException missing ->
          messages.text(
              "usage.missing",
              missing.getMissing().stream()
                  .map(UsageMistake::name)
                  .collect(Collectors.joining(", ")));
      case UnmatchedArgumentException unmatched ->
          messages.text("usage.unknown", String.join(" ", unmatched.getUnmatched()));
      case OverwrittenOptionException twice ->
          messages.text("usage.twice", name(twice.getOverwritten()));
      case ParameterException wrong when wrong.getArgSpec() != null && wrong.getValue() != null ->
          messages.text("usage.value", name(wrong.getArgSpec()) + " " + wrong.getValue());
      default -> messages.text("usage.command");
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
