package dev.entente.inngest.client;

import dev.entente.inngest.settings.ServerException;

/// What goes wrong with calls of the server, in words.
final class Failures {
  private Failures() {}

  /// Nobody answered; the same call may do later.
  static ServerException unreachable(String what, String where, String reason) {
    return new ServerException("%s: no answer from %s (%s)".formatted(what, where, reason), true);
  }

  /// The server refused.
  ///
  /// @param status of its answer; from 500 on the same call may do later
  static ServerException refused(String what, int status, String reason) {
    return new ServerException(
        "%s: the server answered %d%s"
            .formatted(what, status, reason.isEmpty() ? "" : " (" + reason + ")"),
        status >= 500);
  }

  static ServerException unreadable(String what) {
    return new ServerException(
        what
            + ": the server's answer is not what it should be: see whether INNGEST_BASE_URL, or the variable"
            + " that overrides it, is the address of an Inngest server",
        false);
  }

  static ServerException missingKey() {
    return new ServerException(
        "events need a key in cloud mode: set INNGEST_EVENT_KEY, or INNGEST_DEV=1 on a developer's"
            + " machine",
        false);
  }

  static ServerException interrupted(String what) {
    return new ServerException(what + ": the thread was interrupted", false);
  }
}
