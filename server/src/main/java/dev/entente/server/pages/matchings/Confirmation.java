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
/// @param saved that the posting was stored
record Confirmation(
    @Nullable String flagged,
    @Nullable List<String> moved,
    @Nullable String undone,
    @Nullable String overtaken,
    @Nullable Integer refused,
    @Nullable String rejecting,
    @Nullable Boolean saved) {
  /// Nothing to confirm.
  static final Confirmation NONE = new Confirmation(null, null, null, null, null, null, null);

  static Confirmation ofMove(String id) {
    return new Confirmation(null, List.of(id), null, null, null, null, null);
  }

  static Confirmation ofUndoing(String id) {
    return new Confirmation(null, null, id, null, null, null, null);
  }

  static Confirmation ofOvertaken(String id) {
    return new Confirmation(null, null, null, id, null, null, null);
  }

  static Confirmation ofRejecting(String id) {
    return new Confirmation(null, null, null, null, null, id, null);
  }

  /// Tells whether the status of a matching has just been moved.
  public boolean hasMoved(String id) {
    return moved != null && moved.contains(id);
  }
}
