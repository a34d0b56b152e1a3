package dev.entente.server.doctor.service;

import dev.entente.cli.settings.ServiceFile;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import dev.entente.server.doctor.Web;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Whether a service runs on the data folder, or a demo in it, and whether it is well.
public final class ServiceCheck implements Check {
  private static final int UP = 200;
  private static final int DOWN = 503;

  private final Path folder;
  private final Web web;

  /// @param folder the data folder; a demo has its own inside
  public ServiceCheck(Path folder, Web web) {
    this.folder = folder;
    this.web = web;
  }

  @Override
  public String id() {
    return "service";
  }

  @Override
  public void examine(Notes notes) {
    try {
      Optional<ServiceFile> service = ServiceFile.read(folder, notes.messages());
      Optional<ServiceFile> demo = ServiceFile.read(Settings.demoFolder(folder), notes.messages());
      Optional<ServiceFile> running = service.filter(ServiceCheck::runs);
      Optional<ServiceFile> runningDemo = demo.filter(ServiceCheck::runs);
      running.ifPresent(file -> tell("service", "service", file, notes));
      runningDemo.ifPresent(file -> tell("service.demo", "service.demo", file, notes));
      if (running.isEmpty() && service.isPresent()) {
        notes.broken(
            id(), "service.gone", service.get().url(), String.valueOf(service.get().pid()), folder);
      } else if (running.isEmpty() && runningDemo.isEmpty()) {
        notes.warn(id(), "service.none", folder);
      }
    } catch (CommandFailure e) {
      notes.brokenAsSaid(id(), String.valueOf(e.getMessage()));
    }
  }

  private static boolean runs(ServiceFile file) {
    return file.process().isPresent();
  }

  private void tell(String id, String name, ServiceFile file, Notes notes) {
    try {
      int status = web.ask(Web.request(URI.create(file.url() + "/health")).build()).status();
      if (status == UP) {
        notes.ok(id, name + ".up", file.url(), String.valueOf(file.pid()));
      } else if (status == DOWN) {
        notes.broken(id, "service.down", file.url(), String.valueOf(file.pid()));
      } else {
        notes.broken(id, "service.other", file.url(), String.valueOf(status));
      }
    } catch (Web.SilenceException e) {
      notes.broken(id, "service.silent", file.url(), String.valueOf(file.pid()), e.words(notes));
    }
  }
}
