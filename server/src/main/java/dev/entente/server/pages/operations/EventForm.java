package dev.entente.server.pages.operations;

import org.jspecify.annotations.Nullable;

/// What somebody has typed to send an event.
///
/// @param confirmed the name for which it was confirmed that functions start; empty otherwise
record EventForm(String name, String data, String confirmed) {
  static final EventForm EMPTY = new EventForm("", "{}", "");

  EventForm(@Nullable String name, @Nullable String data, @Nullable String confirmed) {
    this.name = name == null ? "" : name;
    this.data = data == null ? "" : data;
    this.confirmed = confirmed == null ? "" : confirmed;
  }
}
