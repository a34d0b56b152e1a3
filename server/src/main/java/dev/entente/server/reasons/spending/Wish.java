package dev.entente.server.reasons.spending;

import java.util.Optional;
import java.util.UUID;

/// A call that somebody wants to make.
///
/// @param provider as it is stored and told, such as `gemini`
/// @param model as the provider names it
/// @param run the generation run that it is for; empty between runs
/// @param estimate its tokens, rather too many than too few: limits hold as far as it does
public record Wish(String provider, String model, Optional<UUID> run, Tokens estimate) {}
