/// The durable functions that generate matchings, and who asks for their runs.
@org.jspecify.annotations.NullMarked
package dev.entente.server.generation;
