package dev.entente.server.pages.operations;

import dev.entente.server.pages.wording.Wording;

/// What functions are called in the reader's language, and what they do.
final class FunctionNames {
  private FunctionNames() {}

  /// The name in the reader's language; where there is none, the one that it was registered with.
  static String name(String id, String registered, Wording wording) {
    return wording.find("ops.function." + id).orElse(registered);
  }

  /// What it does, in a sentence; empty if nobody has written it.
  static String about(String id, Wording wording) {
    return wording.find("ops.function.about." + id).orElse("");
  }
}
