package dev.entente.server.pages.runs;

import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.RunFilter;
import dev.entente.server.runs.RunHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the history of runs.
///
/// @param range which of how many
/// @param previous the address of the page before; null for none
/// @param next likewise
record HistoryView(
    List<RunView> runs, int total, String range, @Nullable String previous, @Nullable String next) {
  static final int SIZE = 50;

  static HistoryView of(HistoryQuery query, RunHistory history, Wording wording) {
    RunFilter filter = query.filter();
    int total = history.count(filter);
    int page = Math.min(query.page(), Math.max(1, (total + SIZE - 1) / SIZE));
    int offset = (page - 1) * SIZE;
    List<RunView> runs =
        history.list(filter, offset, SIZE).stream().map(run -> RunView.of(run, wording)).toList();
    int end = offset + runs.size();
    return new HistoryView(
        runs,
        total,
        wording.text(
            "page.history.range",
            wording.whole(offset + 1L),
            wording.whole(end),
            wording.whole(total)),
        page > 1 ? query.address(page - 1) : null,
        end < total ? query.address(page + 1) : null);
  }
}
