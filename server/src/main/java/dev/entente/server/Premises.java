package dev.entente.server;

import dev.entente.cli.settings.ServiceFile;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import dev.entente.postgres.StoredDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where to look: at the service or, where only a demo runs, at the demo.
///
/// @param url of the one that runs
/// @param folder its data folder, as it was given it
record Premises(Optional<URI> url, Path folder) {
  static Premises of(Settings settings, Messages messages) {
    Optional<URI> service = running(settings.dataFolder(), messages);
    Optional<URI> demo = running(settings.demoFolder(), messages);
    return service.isEmpty() && demo.isPresent()
        ? new Premises(demo, settings.demoFolder())
        : new Premises(service, settings.dataFolder());
  }

  // A file that is none is told by the check of the service.
  private static Optional<URI> running(Path folder, Messages messages) {
    try {
      return ServiceFile.read(folder, messages)
          .filter(file -> file.process().isPresent())
          .map(ServiceFile::url);
    } catch (CommandFailure e) {
      return Optional.empty();
    }
  }

  /// Where the log is: beside the database, if that had to be elsewhere.
  Path logFolder() {
    try {
      return StoredDatabase.find(folder).map(StoredDatabase::folder).orElse(folder);
    } catch (IOException e) {
      return folder;
    }
  }
}
