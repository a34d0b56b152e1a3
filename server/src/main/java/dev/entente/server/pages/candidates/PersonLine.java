package dev.entente.server.pages.candidates;

import dev.entente.server.candidates.Listing;
import dev.entente.server.matchings.CandidateLists.Standing;
import dev.entente.server.pages.wording.Wording;
import java.util.Objects;
import java.util.Optional;

/// What the list of candidates shows of one. An absent text is empty.
///
/// @param name of the candidate, or the candidate's id
/// @param lists how many lists name the candidate, in words
/// @param best the highest score there; empty where there is none
record PersonLine(
    String id,
    String name,
    String headline,
    String email,
    String location,
    boolean optedOut,
    String lists,
    String best) {
  static PersonLine of(Listing listing, Optional<Standing> standing, Wording wording) {
    return new PersonLine(
        listing.id(),
        name(listing),
        Objects.requireNonNullElse(listing.headline(), ""),
        Objects.requireNonNullElse(listing.email(), ""),
        Objects.requireNonNullElse(listing.location(), ""),
        listing.optedOut(),
        standing
            .map(one -> wording.text("candidates.lists", one.lists()))
            .orElseGet(() -> wording.text("candidates.lists", 0)),
        standing.map(one -> wording.points(one.best().unscaledValue().longValue())).orElse(""));
  }

  /// What a candidate is called: the names that are there, else the id.
  static String name(Listing listing) {
    return Objects.requireNonNullElse(listing.name(), listing.id());
  }
}
