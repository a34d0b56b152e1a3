package dev.entente.durable.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The tables of the engine, in a schema of their own with the name `durable`.
public final class Schema {
  private static final String NAME = "durable";

  private Schema() {}

  /// Makes the tables, or changes those of an older version. Several may ask at once.
  ///
  /// @param source whose user may create schemas, or owns this one
  public static void migrate(DataSource source) {
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .schemas(NAME)
        .defaultSchema(NAME)
        .locations("classpath:dev/entente/durable/schema")
        .load()
        .migrate();
  }
}
