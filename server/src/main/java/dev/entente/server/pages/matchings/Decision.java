package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.StatusMove;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import java.util.Objects;

/// What was decided last about a matching.
///
/// @param move its number, to take it back
/// @param by who decided; empty where that is not known
/// @param reason why; empty where that was not said
/// @param before the status that it had, in a word
record Decision(long move, String by, Moment at, String reason, String before) {
  static Decision of(StatusMove move, Wording wording) {
    return new Decision(
        move.id(),
        Objects.requireNonNullElse(move.by(), ""),
        wording.moment(move.at()),
        Objects.requireNonNullElse(move.reason(), ""),
        wording.text("status." + move.from()));
  }
}
