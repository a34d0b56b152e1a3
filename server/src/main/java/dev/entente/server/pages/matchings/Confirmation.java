package dev.entente.server.pages.matchings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page confirms, or asks for, about what somebody has just done on it.
///
/// @param flagged the matching whose reason has been flagged
/// @param moved matchings whose status was moved
/// @param undone the matching of which a move was taken back
/// @param overtaken the matching that somebody else had moved already, so that nothing was changed
/// @param refused how many of several were not moved
/// @param rejecting the matching for which a reason is asked, where there is no script
record Confirmation(
    @Nullable String flagged,
    @Nullable List<String> moved,
    @Nullable String undone,
    @Nullable String overtaken,
    @Nullable Integer refused,
    @Nullable String rejecting) {
  /// Nothing to confirm.
  static final Confirmation NONE = new Confirmation(null, null, null, null, null, null);

  /// Tells whether the status of a matching has just been moved.
  public boolean hasMoved(String id) {
    return moved != null && moved.contains(id);
  }
}
