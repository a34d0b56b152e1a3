package dev.entente.cli;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Terminal;
import dev.entente.cli.terminal.WrongLines;
import dev.entente.documents.Checked;
import dev.entente.documents.Line;
import dev.entente.documents.NameLines;
import dev.entente.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Names on standard input, one canonical id a line, in the same order.
@Command(name = "canonicalise")
final class CanonicaliseCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final UnaryOperator<String> canonicalId;

  private CanonicaliseCommand(Terminal terminal, UnaryOperator<String> canonicalId) {
    this.terminal = terminal;
    this.canonicalId = canonicalId;
  }

  static CommandLine skills(Terminal terminal) {
    return parent(
        new SkillsCommand(),
        new CanonicaliseCommand(terminal, name -> Vocabulary.skill(name).value()));
  }

  static CommandLine domains(Terminal terminal) {
    return parent(
        new DomainsCommand(),
        new CanonicaliseCommand(terminal, name -> Vocabulary.domain(name).value()));
  }

  private static CommandLine parent(Object parent, CanonicaliseCommand command) {
    return new CommandLine(parent).addSubcommand(command);
  }

  @Command(name = "skills")
  private static final class SkillsCommand {}

  @Command(name = "domains")
  private static final class DomainsCommand {}

  @Override
  public Integer call() throws IOException {
    var ids = new StringBuilder();
    var wrong = new WrongLines(terminal, "-");
    NameLines names = new NameLines(terminal.in());
    for (Optional<Line<String>> line = names.next(); line.isPresent(); line = names.next()) {
      switch (line.get().document()) {
        case Checked.Valid<String>(var name) -> ids.append(canonicalId.apply(name)).append('\n');
        case Checked.Invalid<String>(var problems) -> wrong.add(line.get().number(), problems);
      }
    }
    wrong.sayRest();
    if (wrong.count() > 0) {
      throw CommandFailure.failed(terminal.messages().text("names.wrong", wrong.count()));
    }
    terminal.out().write(ids.toString().getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
