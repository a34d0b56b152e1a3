package dev.entente.server.pages.runs;

import dev.entente.server.pages.wording.Wording.Moment;
import org.jspecify.annotations.Nullable;

/// What a page shows of the night to come.
///
/// @param at when it begins; null if none does by itself
/// @param isPaused whether the night's function stands still
/// @param canPause whether it can be paused or resumed from here
/// @param where the address at which it can; empty if here
record NextNight(@Nullable Moment at, boolean isPaused, boolean canPause, String where) {}
