package dev.entente.server.engine.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line that was logged in a run. Immutable.
///
/// @param id greater than that of every line that was kept before
/// @param level `ERROR`, `WARN`, `INFO`, `DEBUG` or `TRACE`
/// @param stack of what was thrown; null if nothing was
public record EngineLine(
    long id, Instant time, String level, String logger, String message, @Nullable String stack) {}
