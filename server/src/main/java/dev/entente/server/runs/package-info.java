/// The history of generation runs.
@org.jspecify.annotations.NullMarked
package dev.entente.server.runs;
