package dev.entente.server.pages.runs;

import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.ChunkLedger.Chunk;
import java.time.Duration;
import java.util.Objects;

/// What a page shows of a part of a run.
///
/// @param status for styles; `statusWord` is for people
/// @param attempts how many have begun
/// @param written how many lists of how many, in a sentence
/// @param took how long the latest attempt took; empty until it has ended
/// @param error why it broke off; empty otherwise
record PartView(
    int number,
    String status,
    String statusWord,
    String instance,
    int attempts,
    String written,
    String took,
    String error) {
  static PartView of(Chunk chunk, Wording wording) {
    return new PartView(
        chunk.number(),
        chunk.status().name(),
        wording.text("part." + chunk.status()),
        Objects.requireNonNullElse(chunk.instance(), ""),
        chunk.attempt(),
        wording.text("page.part.written", chunk.progress().written(), chunk.postingIds().size()),
        took(chunk, wording),
        Objects.requireNonNullElse(chunk.error(), ""));
  }

  private static String took(Chunk chunk, Wording wording) {
    return chunk.startedAt() == null || chunk.finishedAt() == null
        ? ""
        : Lengths.of(Duration.between(chunk.startedAt(), chunk.finishedAt()), wording);
  }
}
