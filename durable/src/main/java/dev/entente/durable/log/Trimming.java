package dev.entente.durable.log;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which runs are to be looked at for lines that are too many. Shared by threads.
///
/// To find them takes a walk over those that stay, so it is done once for some hundreds of lines;
/// and at the first of a run, since others may have written before.
final class Trimming {
  private static final int LINES_BETWEEN = 500;
  private static final int MOST_RUNS = 1_000;

  private final Map<String, Integer> linesSince =
      new LinkedHashMap<>(MOST_RUNS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST_RUNS;
        }
      };

  synchronized boolean isDue(String runId, int lines) {
    int since = linesSince.getOrDefault(runId, LINES_BETWEEN) + lines;
    boolean isDue = since >= LINES_BETWEEN;
    linesSince.put(runId, isDue ? 0 : since);
    return isDue;
  }
}
