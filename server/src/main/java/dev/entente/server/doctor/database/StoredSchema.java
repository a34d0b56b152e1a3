package dev.entente.server.doctor.database;

/// A schema of the product and the scripts that make it.
///
/// @param name of the schema
/// @param scripts where Flyway finds them, as `classpath:db/migration`
public record StoredSchema(String name, String scripts) {}
