package dev.entente.server.doctor.database;

import dev.entente.server.doctor.Notes;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// Whether a schema is as this program's scripts make it. Makes nothing.
final class Migrations {
  private static final String ID = "database.migrations";

  private final DataSource source;
  private final StoredSchema schema;

  Migrations(DataSource source, StoredSchema schema) {
    this.source = source;
    this.schema = schema;
  }

  void tell(Notes notes) {
    try {
      tell(scripts(), notes);
    } catch (FlywayException e) {
      notes.warn(ID, "database.migrations.unread", schema.name());
    }
  }

  private List<MigrationInfo> scripts() {
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .loggers(QuietLogs.class.getName())
            .dataSource(source)
            .schemas(schema.name())
            .defaultSchema(schema.name())
            .createSchemas(false)
            .locations(schema.scripts())
            .load();
    return Arrays.stream(flyway.info().all()).filter(MigrationInfo::isVersioned).toList();
  }

  private void tell(List<MigrationInfo> scripts, Notes notes) {
    List<MigrationInfo> ahead = of(scripts, Migrations::isUnknown);
    List<MigrationInfo> failed = of(scripts, script -> script.getState().isFailed());
    List<MigrationInfo> changed = of(scripts, Migrations::isChanged);
    List<MigrationInfo> waiting = of(scripts, script -> !script.isApplied());
    String newest = newest(of(scripts, script -> script.getState().isResolved()));
    if (!ahead.isEmpty()) {
      notes.broken(ID, "database.migrations.ahead", schema.name(), newest(ahead), newest);
    } else if (!failed.isEmpty()) {
      notes.broken(ID, "database.migrations.failed", schema.name(), versions(failed));
    } else if (!changed.isEmpty()) {
      notes.broken(ID, "database.migrations.changed", schema.name(), versions(changed));
    } else if (waiting.size() == scripts.size()) {
      notes.warn(ID, "database.migrations.none", schema.name(), scripts.size());
    } else if (!waiting.isEmpty()) {
      notes.warn(ID, "database.migrations.behind", schema.name(), versions(waiting));
    } else {
      notes.ok(ID, "database.migrations.done", schema.name(), newest);
    }
  }

  private static List<MigrationInfo> of(
      List<MigrationInfo> scripts, Predicate<MigrationInfo> condition) {
    return scripts.stream().filter(condition).toList();
  }

  private static boolean isUnknown(MigrationInfo script) {
    MigrationState state = script.getState();
    return state == MigrationState.FUTURE_SUCCESS
        || state == MigrationState.FUTURE_FAILED
        || state == MigrationState.MISSING_SUCCESS
        || state == MigrationState.MISSING_FAILED;
  }

  private static boolean isChanged(MigrationInfo script) {
    return script.isApplied() && script.getState().isResolved() && !script.isChecksumMatching();
  }

  private static String newest(List<MigrationInfo> scripts) {
    return scripts.isEmpty() ? "-" : String.valueOf(scripts.getLast().getVersion());
  }

  private static String versions(List<MigrationInfo> scripts) {
    return scripts.stream()
        .map(script -> String.valueOf(script.getVersion()))
        .collect(Collectors.joining(", "));
  }
}
