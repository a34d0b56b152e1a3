package dev.entente.server.engine.view;

import java.time.Instant;
import java.util.Optional;

/// Which events are asked for, newest first. Immutable.
///
/// @param name in full; empty for all names
/// @param from received at this time or later
/// @param until received before this time
/// @param before the id of the last one of the page before
/// @param showsInternal whether events of the engine's own, `inngest/…`, are among them
public record EventQuery(
    Optional<String> name,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> before,
    boolean showsInternal) {}
