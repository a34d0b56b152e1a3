package dev.entente.server.doctor.database;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.IoReason;
import dev.entente.postgres.StoredDatabase;
import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;
import dev.entente.server.ops.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The database that the settings name or, where they name none, the one beside the service.
public final class DatabaseCheck implements Check {
  static final String ID = "database";

  private final Settings settings;
  private final Path folder;
  private final Probe probe;

  /// @param folder the data folder of the service or, where only a demo runs, of the demo
  public DatabaseCheck(Settings settings, Path folder, Probe probe) {
    this.settings = settings;
    this.folder = folder;
    this.probe = probe;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void examine(Notes notes) {
    Optional<String> text = settings.get("DATABASE_URL");
    if (text.isEmpty()) {
      examineBeside(notes);
      return;
    }
    Optional<DatabaseUrl> url = DatabaseUrl.parse(text.get());
    if (url.isEmpty()) {
      notes.broken(ID, "database.form");
      return;
    }
    String shown = String.valueOf(url.get());
    probe.examine(
        new Login(url.get().jdbcUrl(), url.get().user(), url.get().password(), shown), notes);
  }

  private void examineBeside(Notes notes) {
    try {
      Optional<StoredDatabase> stored = StoredDatabase.find(folder);
      if (stored.isEmpty()) {
        notes.ok(ID, "database.beside.none", folder);
      } else if (!stored.get().isOfOurVersion()) {
        notes.broken(ID, "database.beside.version", folder, stored.get().majorVersion());
      } else if (stored.get().running().isEmpty()) {
        notes.ok(ID, "database.beside.stopped", stored.get().folder());
      } else {
        examineRunning(stored.get(), stored.get().running().get(), notes);
      }
    } catch (IOException e) {
      notes.warn(ID, "database.beside.unread", folder, IoReason.of(e, notes.messages()));
    }
  }

  private void examineRunning(StoredDatabase stored, StoredDatabase.Running running, Notes notes)
      throws IOException {
    String shown = notes.text("database.beside", stored.folder());
    var login =
        new Login(
            running.jdbcUrl(), Optional.of(stored.user()), Optional.of(stored.password()), shown);
    probe.examine(login, notes);
  }
}
