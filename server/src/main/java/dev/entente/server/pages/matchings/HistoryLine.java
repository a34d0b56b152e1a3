package dev.entente.server.pages.matchings;

import dev.entente.documents.MatchingStatus;
import dev.entente.server.matchings.StatusMove;
import dev.entente.server.pages.wording.Wording;
import java.util.Locale;
import java.util.Objects;

/// One decision about a matching, in words.
///
/// @param fromKind of the status before, for styles, as is toKind
/// @param by who decided; empty where that was not said
/// @param reason in their words; empty where there is none
record HistoryLine(
    String from,
    String fromKind,
    String to,
    String toKind,
    String by,
    Wording.Moment at,
    String reason) {
  static HistoryLine of(StatusMove move, Wording wording) {
    return new HistoryLine(
        wording.text("status." + move.from()),
        kind(move.from()),
        wording.text("status." + move.to()),
        kind(move.to()),
        Objects.requireNonNullElse(move.by(), ""),
        wording.moment(move.at()),
        Objects.requireNonNullElse(move.reason(), ""));
  }

  private static String kind(MatchingStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
