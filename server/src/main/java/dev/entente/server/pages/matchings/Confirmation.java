package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.StatusMove;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page confirms, or asks for, about what somebody has just done on it.
///
/// @param flagged the matching whose reason has been flagged
/// @param moved the numbers of the moves that were made, so that a later one is not taken for them
/// @param undone the matching of which a move was taken back
/// @param overtaken the matching that somebody else had moved already, so that nothing was changed
/// @param refused how many of several were not moved
/// @param idle how many of several had nothing to change
/// @param rejecting the matching for which a reason is asked, where there is no script
/// @param saved that the posting was stored
record Confirmation(
    @Nullable String flagged,
    @Nullable List<Long> moved,
    @Nullable String undone,
    @Nullable String overtaken,
    @Nullable Integer refused,
    @Nullable Integer idle,
    @Nullable String rejecting,
    @Nullable Boolean saved) {
  /// Nothing to confirm.
  static final Confirmation NONE = new Confirmation(null, null, null, null, null, null, null, null);

  static Confirmation ofMove(StatusMove move) {
    return new Confirmation(null, List.of(move.id()), null, null, null, null, null, null);
  }

  static Confirmation ofUndoing(String id) {
    return new Confirmation(null, null, id, null, null, null, null, null);
  }

  static Confirmation ofOvertaken(String id) {
    return new Confirmation(null, null, null, id, null, null, null, null);
  }

  static Confirmation ofRejecting(String id) {
    return new Confirmation(null, null, null, null, null, null, id, null);
  }

  /// Tells whether what was decided last about a matching has just been decided here.
  public boolean hasMoved(CandidateLine line) {
    Decision decision = line.decision();
    return decision != null && isOf(decision.move());
  }

  /// Tells whether a move has just been made here.
  ///
  /// @param move its number
  boolean isOf(long move) {
    return moved != null && moved.contains(move);
  }
}
