package dev.entente.server.pages.operations;

import dev.entente.server.engine.view.EngineFunction;
import dev.entente.server.pages.wording.Wording;
import java.util.Objects;

/// What starts a function, for people.
///
/// @param words such as `every day at 00:00, UTC`
/// @param code the event's name or the cron as they are written
/// @param condition which of the events, in CEL; empty for all
record StartWords(String words, String code, String condition) {
  static StartWords of(EngineFunction.Trigger trigger, Wording wording) {
    String cron = trigger.cron();
    if (cron != null) {
      return new StartWords(CronWords.of(cron, wording), cron, "");
    }
    return new StartWords(
        wording.text("ops.start.event"),
        Objects.requireNonNullElse(trigger.event(), ""),
        Objects.requireNonNullElse(trigger.when(), ""));
  }
}
