package dev.entente.server.background;

import java.util.Set;

/// A database that has no room left: on its disk, in its memory. Waiting a little does not help,
/// doing less at once may, and somebody who makes room does.
public final class LackOfRoom {
  // See PostgreSQL, Appendix A, class 53; too many connections pass.
  private static final Set<String> STATES = Set.of("53000", "53100", "53200", "53400");

  private LackOfRoom() {}

  /// Tells whether that is why something failed.
  public static boolean is(Throwable failure) {
    return STATES.contains(SqlState.of(failure));
  }
}
