package dev.entente.server.reasons;

import java.time.Instant;
import java.util.Optional;

/// A reason as it is stored.
///
/// @param model that wrote it; empty for a template
/// @param version of what the model was told, or of the templates
/// @param at when it was written
public record Reason(
    String text,
    ReasonSource source,
    ReasonLanguage language,
    Optional<String> model,
    int version,
    Instant at) {}
