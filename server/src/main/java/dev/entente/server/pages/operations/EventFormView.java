package dev.entente.server.pages.operations;

import java.util.List;

/// What a page shows of an event that is being sent.
///
/// @param names that are suggested
/// @param nameError what is wrong with the name; empty if nothing is
/// @param dataError likewise
/// @param starts the names of functions that it would start, to be confirmed; none if nothing is to
///   be confirmed
record EventFormView(
    EventForm typed, List<String> names, String nameError, String dataError, List<String> starts) {
  public boolean isOpen() {
    return !nameError.isEmpty() || !dataError.isEmpty() || !starts.isEmpty();
  }

  EventFormView withNames(List<String> suggested) {
    return new EventFormView(typed, suggested, nameError, dataError, starts);
  }
}
