/// Tells how a run goes on, as it does.
@org.jspecify.annotations.NullMarked
package dev.entente.server.runs.progress;
