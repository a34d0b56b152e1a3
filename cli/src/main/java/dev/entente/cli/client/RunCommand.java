package dev.entente.cli.client;

import dev.entente.cli.client.Service.Answer;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.ExitCode;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Pause;
import dev.entente.cli.terminal.StatusLine;
import dev.entente.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// Starts a generation run, and follows it to its end if that is wanted.
@Command(name = "run")
final class RunCommand implements Callable<Integer> {
  private static final int STARTED = 202;
  private static final int ALREADY_GOING = 409;

  private final Terminal terminal;
  private final Pause pause;

  @Mixin private final ServiceOption at;

  @Option(names = "--wait")
  private boolean wait;

  @Option(names = "--posting", paramLabel = "ID")
  private List<String> postings = List.of();

  RunCommand(Terminal terminal, ServiceOption at, Pause pause) {
    this.terminal = terminal;
    this.at = at;
    this.pause = pause;
  }

  @Override
  public Integer call() throws IOException {
    Service service = at.service();
    Answer answer = start(service);
    Run run = service.understand(answer, RunCommand::run);
    boolean isOther = answer.status() == ALREADY_GOING;
    Instant since = run.begun().truncatedTo(ChronoUnit.SECONDS);
    if (!wait && isOther) {
      throw CommandFailure.failed(messages().text("run.going", run.id(), since));
    }
    if (!wait) {
      terminal.out().write((run.id() + '\n').getBytes(StandardCharsets.UTF_8));
      return ExitCode.DONE;
    }
    if (isOther) {
      terminal.say("run.followed", run.id(), since);
    }
    return finish(follow(service, run));
  }

  private Answer start(Service service) {
    return postings.isEmpty()
        ? service.post("/api/runs", STARTED, ALREADY_GOING)
        : service.post("/api/runs", Map.of("jobPostingIds", postings), STARTED);
  }

  // A refusal is a problem, which holds the run that is in the way.
  private static Run run(JsonNode body) {
    return Run.of(body.path("run").isObject() ? body.path("run") : body);
  }

  private Run follow(Service service, Run started) {
    Run run = started;
    var pace = new Pace(started.postings());
    try (var line = new StatusLine(terminal)) {
      while (!run.status().hasEnded()) {
        line.show("run.progress", run.postings().written(), run.postings().total());
        pause.of(pace.next(run.postings()));
        run = service.get("/api/runs/" + run.id(), Run::of);
      }
      return run;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed(messages().text("service.interrupted"));
    } catch (CommandFailure e) {
      throw CommandFailure.failed(messages().text("run.lost", run.id(), e.getMessage()));
    }
  }

  private int finish(Run run) throws IOException {
    RunSummary.print(run, terminal);
    if (run.isWhole()) {
      return ExitCode.DONE;
    }
    String sentence =
        switch (run.status()) {
          case FAILED -> messages().text("run.failed", run.error().orElse("?"));
          case CANCELLED -> messages().text("run.cancelled");
          case QUEUED, RUNNING, COMPLETED ->
              messages().text("run.incomplete", run.postings().failed());
        };
    throw CommandFailure.failed(sentence);
  }

  private Messages messages() {
    return terminal.messages();
  }
}
