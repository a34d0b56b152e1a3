/// Settings, database, start and stop.
@org.jspecify.annotations.NullMarked
package dev.entente.server.ops;
