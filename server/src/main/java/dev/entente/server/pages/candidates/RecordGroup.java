package dev.entente.server.pages.candidates;

import java.util.List;

/// Records of one kind in a profile, such as its technical tests.
///
/// @param title what they are
/// @param lines the first of them
/// @param more the rest that is shown
/// @param left how many are not shown
record RecordGroup(String title, List<Line> lines, List<Line> more, int left) {
  private static final int SHOWN = 8;
  private static final int MOST = 300;

  /// One record.
  ///
  /// @param title what it is
  /// @param when empty where that is unknown
  /// @param value what it is worth; empty where it only counts
  /// @param note how it counts, or why it does not
  /// @param counts whether it counts at all
  record Line(String title, String when, String value, String note, boolean counts) {}

  RecordGroup(String title, List<Line> all) {
    this(
        title,
        all.subList(0, Math.min(SHOWN, all.size())),
        all.subList(Math.min(SHOWN, all.size()), Math.min(MOST, all.size())),
        Math.max(0, all.size() - MOST));
  }
}
