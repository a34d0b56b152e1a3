package dev.entente.matching.profile;

import java.time.LocalDate;
import java.util.Optional;

/// One badge that a candidate earned.
///
/// @param code compared as exact text; never blank
/// @param tier its tier
/// @param validUntil the last day (UTC) it is valid on; absent = always
public record Badge(String code, BadgeTier tier, Optional<LocalDate> validUntil) {}
