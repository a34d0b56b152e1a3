package dev.entente.server.pages.operations;

import dev.entente.server.pages.wording.Wording;

/// Where an Inngest server shows what this page would.
///
/// @param words in a sentence
/// @param url of the server's own page
record Elsewhere(String words, String url) {
  static Elsewhere functions(String dashboard, Wording wording) {
    return new Elsewhere(wording.text("engine.way.functions", dashboard), dashboard + "/functions");
  }

  static Elsewhere events(String dashboard, Wording wording) {
    return new Elsewhere(wording.text("engine.way.events", dashboard), dashboard + "/events");
  }
}
