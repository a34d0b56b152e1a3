package dev.entente.cli;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line: finds the command, and turns what goes wrong into one sentence and a code.
@Command(name = "entente", subcommands = HelpCommand.class)
public final class Commands implements Runnable {
  @Spec private CommandSpec spec;

  // Set by picocli before the command runs.
  Commands() {
    spec = CommandSpec.create();
  }

  /// Runs one command.
  ///
  /// @param services commands beside those of this module: annotated for picocli, calling back with
  ///   an exit code
  /// @return 0 done, 1 something failed, 2 wrong usage
  public static int run(Terminal terminal, List<Callable<Integer>> services, String... args) {
    var line =
        new CommandLine(new Commands())
            .addSubcommand(new MatchCommand(terminal))
            .addSubcommand(CanonicaliseCommand.skills(terminal))
            .addSubcommand(CanonicaliseCommand.domains(terminal))
            .addSubcommand(new VersionCommand(terminal));
    services.forEach(line::addSubcommand);
    offerHelp(line);
    line.setResourceBundle(terminal.messages().texts());
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, given) -> wrongUsage(terminal, e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failure(terminal, e));
    line.setExpandAtFiles(false);
    int exitCode = line.execute(args);
    if (line.getOut().checkError()) {
      terminal.say("failure", terminal.messages().text("output.closed"));
      return ExitCode.FAILED;
    }
    return exitCode;
  }

  private static void offerHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).descriptionKey("help").build());
    line.getSubcommands().values().stream()
        .filter(command -> !(command.getCommand() instanceof HelpCommand))
        .forEach(Commands::offerHelp);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }

  private static int wrongUsage(Terminal terminal, ParameterException e) {
    String sentence = UsageMistake.sentence(terminal.messages(), e);
    terminal.say("failure", sentence);
    terminal.say("usage.hint", e.getCommandLine().getCommandSpec().qualifiedName());
    return ExitCode.WRONG_USAGE;
  }

  private static int failure(Terminal terminal, Exception e) {
    if (e instanceof CommandFailure failure) {
      terminal.say("failure", failure.getMessage());
      return failure.exitCode();
    }
    if (e instanceof IOException io) {
      String reason = IoReason.of(io, terminal.messages());
      terminal.say("failure", terminal.messages().text("io.failed", reason));
      return ExitCode.FAILED;
    }
    terminal.say("failure", terminal.messages().text("defect", e));
    return ExitCode.FAILED;
  }
}
