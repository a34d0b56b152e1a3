package dev.entente.server.training;

import dev.entente.cli.settings.ServiceFile;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Pause;
import dev.entente.server.demo.DemoPool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What the service and the commands are recorded doing: a small installation lives through a day.
public final class Rehearsal {
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final int GLANCES = 1_200;
  private static final long SEED = 20_261_123;
  // So many that what ranks is known to be worth compiling.
  private static final int RUNS = 5;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/postings/p-001",
          "/candidates",
          "/runs",
          "/installation",
          "/health",
          "/api/matching?jobPostingId=p-001");

  private final ToIntFunction<String[]> command;
  private final Settings settings;
  private final Messages messages;
  private final Pause pause;

  /// @param command runs the words of one, and gives its exit code
  /// @param settings whose data folder a service is starting on; files are written beside it
  public Rehearsal(
      ToIntFunction<String[]> command, Settings settings, Messages messages, Pause pause) {
    this.command = command;
    this.settings = settings;
    this.messages = messages;
    this.pause = pause;
  }

  /// Waits for the service, then has it do all that it is there for.
  ///
  /// @param asOf when the invented people live
  /// @throws CommandFailure if anything of it fails
  public void run(Instant asOf) throws IOException, InterruptedException {
    URI service = service();
    Path folder = settings.dataFolder().resolveSibling("files");
    String candidates = folder.resolve("candidates.jsonl").toString();
    String postings = folder.resolve("postings.jsonl").toString();
    write(folder, DemoPool.of(SEED, asOf));
    act("import", "candidates", candidates);
    act("import", "postings", postings);
    for (int run = 0; run < RUNS; run++) {
      act("run", "--wait");
    }
    act("runs");
    look(service);
    act("export", "matchings", "--out", folder.resolve("stored.jsonl").toString());
    String out = folder.resolve("ranked.jsonl").toString();
    act(
        "match",
        "--candidates",
        candidates,
        "--postings",
        postings,
        "--as-of",
        asOf.toString(),
        "--out",
        out);
  }

  private URI service() throws InterruptedException {
    for (int glance = 0; glance < GLANCES; glance++) {
      Optional<ServiceFile> file = ServiceFile.findRunning(settings, messages);
      if (file.isPresent()) {
        return file.get().url();
      }
      pause.of(GLANCE);
    }
    throw failure("serve");
  }

  private static void write(Path folder, DemoPool pool) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("candidates.jsonl"), pool.candidates());
    Files.write(folder.resolve("postings.jsonl"), pool.postings());
  }

  private void act(String... words) {
    if (command.applyAsInt(words) != 0) {
      throw failure(String.join(" ", words));
    }
  }

  private void look(URI service) throws IOException, InterruptedException {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        var request = HttpRequest.newBuilder(service.resolve(page)).build();
        if (browser.send(request, BodyHandlers.discarding()).statusCode() != 200) {
          throw failure(page);
        }
      }
    }
  }

  private CommandFailure failure(String what) {
    return CommandFailure.failed(messages.text("train.failed", what));
  }
}
