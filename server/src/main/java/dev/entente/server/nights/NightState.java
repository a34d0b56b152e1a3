package dev.entente.server.nights;

import java.util.Optional;

/// What the ledger says about the latest night.
///
/// @param night that is spoken of: the missed one, the one that `run` counts for, else the one that
///   is awaited
/// @param run the last that ended; empty if the night was missed, or if none has ended
/// @param next the first night that has not begun; empty where none begins by itself
public record NightState(
    NightStatus status, Night night, Optional<NightRun> run, Optional<Night> next) {}
