package dev.entente.cli.client;

import dev.entente.cli.streams.OutputFile;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Everything of one kind that the service stores, one JSON document a line.
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private static final List<String> KINDS = List.of("candidates", "postings", "matchings");

  private final Terminal terminal;

  @Mixin private final ServiceOption at;

  @Parameters(
      index = "0",
      paramLabel = "(candidates|postings|matchings)",
      descriptionKey = "exportedKind")
  private String kind = "";

  @Option(names = "--out", paramLabel = "F")
  private @Nullable Path out;

  ExportCommand(Terminal terminal, ServiceOption at) {
    this.terminal = terminal;
    this.at = at;
  }

  @Override
  public Integer call() throws IOException {
    if (!KINDS.contains(kind)) {
      throw CommandFailure.wrongUsage(
          terminal.messages().text("kind.unknown", String.join(", ", KINDS), kind));
    }
    Service service = at.service();
    try (OutputFile output =
        OutputFile.open(Optional.ofNullable(out), terminal.out(), terminal.messages())) {
      output.write(stream -> service.copyLines("/api/export/" + kind, stream));
    }
    return ExitCode.DONE;
  }
}
