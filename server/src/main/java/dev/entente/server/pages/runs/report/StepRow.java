package dev.entente.server.pages.runs.report;

import dev.entente.server.pages.wording.Wording.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the timeline: a step with its attempts, or a part where the steps are not known.
///
/// @param id of the step
/// @param name in words
/// @param status for styles; `statusWord` is for people
/// @param lists written of how many; empty for a step that writes none
/// @param attempts how many have begun, `failed` of them without a result
/// @param instance that made the last one; empty if none is known
/// @param startedAt of the first one; null if none has begun
/// @param millis how long all of it took; 0 while it is not known
/// @param took the same in words
record StepRow(
    String id,
    String name,
    String status,
    String statusWord,
    String lists,
    int attempts,
    long failed,
    String instance,
    @Nullable Moment startedAt,
    long millis,
    String took,
    List<StepBar> bars) {
  boolean isPart() {
    return id.startsWith("chunk-");
  }
}
