/// The database: reached, of the right version, migrated, with the needed rights.
@org.jspecify.annotations.NullMarked
package dev.entente.server.doctor.database;
