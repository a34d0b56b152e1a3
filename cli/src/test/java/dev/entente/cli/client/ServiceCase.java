package dev.entente.cli.client;

import dev.entente.cli.CommandRun;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A played service, and the commands that talk to it, run in an empty folder.
abstract class ServiceCase {
  static final String RUN =
      """
      {"id":"run-1","status":"%s","startedBy":"API","requestedAt":"2026-11-23T07:00:00.5Z","startedAt":"2026-11-23T07:00:00.5Z",
       "finishedAt":"2026-11-23T07:00:01.9Z","asOf":"2026-11-23T07:00:00Z","calibration":{},
       "postings":{"total":60,"written":%d,"failed":%d},"candidates":1500,"matchings":2871,
       "phases":{"load":812,"rank":240,"write":301},"failures":[%s]}
      """;

  final Map<String, String> environment = new HashMap<>();
  final List<Duration> pauses = new ArrayList<>();
  Pause pause = pauses::add;
  final PlayedService service = PlayedService.start();
  final CommandRun command = connected(new CommandRun());

  @TempDir Path folder;

  @BeforeEach
  void nameTheService() {
    environment.put("ENTENTE_HOME", folder.toString());
    environment.put("ENTENTE_URL", service.url());
  }

  @AfterEach
  void stopTheService() {
    service.close();
  }

  final CommandRun connected(CommandRun run) {
    return run.with(
        terminal ->
            ServiceCommands.all(
                terminal, () -> Settings.load(environment), time -> pause.of(time)));
  }

  final CommandRun french() {
    return connected(new CommandRun().inFrench());
  }

  static String run(String status, int written) {
    return RUN.formatted(status, written, 0, "");
  }
}
