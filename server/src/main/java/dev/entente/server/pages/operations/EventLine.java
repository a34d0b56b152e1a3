package dev.entente.server.pages.operations;

import dev.entente.server.engine.view.EngineEvent;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What a page shows of an event in a list: none of its data, which may name people.
///
/// @param runs the newest that it started, at most [#MOST_RUNS]
/// @param more how many else, in words; empty if there are none
record EventLine(String id, String name, Moment at, List<RunLine> runs, String more) {
  static final int MOST_RUNS = 10;

  /// @param runs of these and other events, by their ids
  static EventLine of(EngineEvent event, Map<String, RunLine> runs, Wording wording) {
    List<RunLine> started = newest(event).map(runs::get).filter(Objects::nonNull).toList();
    int more = event.runIds().size() - started.size();
    return new EventLine(
        event.id(),
        event.name(),
        wording.moment(event.receivedAt()),
        started,
        more == 0 ? "" : wording.text("ops.event.more", more));
  }

  /// The ids of the runs that are shown.
  static Stream<String> newest(EngineEvent event) {
    return event.runIds().reversed().stream().limit(MOST_RUNS);
  }
}
