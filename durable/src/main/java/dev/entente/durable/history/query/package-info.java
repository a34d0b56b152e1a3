/// Reads what happened from the database.
@org.jspecify.annotations.NullMarked
package dev.entente.durable.history.query;
