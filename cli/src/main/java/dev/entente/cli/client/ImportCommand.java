package dev.entente.cli.client;

import dev.entente.cli.streams.InputFile;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Progress;
import dev.entente.cli.terminal.Terminal;
import dev.entente.documents.DocumentFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sends files of documents to the service, one after the other.
///
/// Lines that are refused do not keep the next file from being sent; a file that cannot be read
/// does, and so does a service that is not there.
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final List<String> KINDS = List.of("candidates", "postings");
  private static final int RIGHT = 200;
  private static final int NONE_RIGHT = 422;
  private static final long MEGABYTE = 1_000_000;

  private final Terminal terminal;

  @Mixin private final ServiceOption at;

  @Parameters(index = "0", paramLabel = "(candidates|postings)", descriptionKey = "importedKind")
  private String kind = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "F", descriptionKey = "importedFiles")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--dry-run")
  private boolean dryRun;

  ImportCommand(Terminal terminal, ServiceOption at) {
    this.terminal = terminal;
    this.at = at;
  }

  @Override
  public Integer call() throws IOException {
    if (!KINDS.contains(kind)) {
      throw CommandFailure.wrongUsage(
          messages().text("kind.unknown", String.join(", ", KINDS), kind));
    }
    if (Collections.frequency(files, STANDARD_INPUT) > 1) {
      throw CommandFailure.wrongUsage(messages().text("import.inputTwice"));
    }
    Service service = at.service();
    // A refusal that comes while a long file is under way would look like a cut connection.
    service.get("/api/" + kind + "?limit=1", Function.identity());
    long refused = 0;
    for (Path file : files) {
      ImportReport report = send(service, file);
      report.print(file.toString(), terminal);
      refused += report.refused();
    }
    return refused == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ImportReport send(Service service, Path file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return send(service, file, new Content(terminal.in(), bytes -> {}));
    }
    try (InputFile input = InputFile.open(file, messages());
        InputStream in = Files.newInputStream(input.path());
        var progress = new Progress(terminal, "progress.sending", input.bytes())) {
      return send(service, file, new Content(in, bytes -> progress.reach(bytes / MEGABYTE, bytes)));
    }
  }

  private ImportReport send(Service service, Path file, Content content) {
    HttpRequest.Builder request =
        service
            .request("/api/import/" + kind + (dryRun ? "?dryRun=true" : ""))
            .header("Content-Type", DocumentFile.isCsv(file) ? "text/csv" : "application/x-ndjson")
            .POST(BodyPublishers.ofInputStream(() -> content));
    try {
      return service.understand(service.ask(request, RIGHT, NONE_RIGHT), ImportReport::of);
    } catch (CommandFailure e) {
      String reason = content.failure().orElse(String.valueOf(e.getMessage()));
      throw CommandFailure.failed(messages().text("import.stopped", file, reason));
    }
  }

  private Messages messages() {
    return terminal.messages();
  }

  /// What is sent: counts its bytes, and remembers why it could not be read, because the HTTP
  /// client tells that as if the connection had failed.
  private final class Content extends FilterInputStream {
    private final LongConsumer progress;
    private long bytes;
    private volatile @Nullable IOException failure;

    private Content(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        int read = super.read(buffer, offset, length);
        bytes += Math.max(0, read);
        progress.accept(bytes);
        return read;
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    // Standard input stays open, and a file is closed by who opened it.
    @Override
    public void close() {}

    private Optional<String> failure() {
      return Optional.ofNullable(failure).map(e -> IoReason.of(e, messages()));
    }
  }
}
