package dev.entente.durable.remote.sync;

import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.json.Json;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what starts a function.
final class TriggerReader {
  private static final Pattern CRON = Pattern.compile("(?:(?:CRON_)?TZ=(\\S+)\\s+)?(.*)");

  private TriggerReader() {}

  /// @throws IllegalArgumentException that says what is wrong
  static Trigger read(Json json) {
    Members trigger = Members.of("triggers", json, "event", "expression", "cron", "jitter");
    Optional<String> event = trigger.text("event");
    Optional<String> cron = trigger.text("cron");
    if (event.isPresent() == cron.isPresent()) {
      throw new IllegalArgumentException("a trigger has either event or cron");
    }
    return event.isPresent()
        ? event(Members.of("triggers", json, "event", "expression"))
        : cron(Members.of("triggers", json, "cron", "jitter"));
  }

  private static Trigger event(Members trigger) {
    return new Trigger.OnEvent(trigger.requiredText("event"), trigger.text("expression"));
  }

  private static Trigger cron(Members trigger) {
    String text = trigger.requiredText("cron").strip();
    Matcher form = CRON.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("a cron expression is one line, got: " + text);
    }
    return new Trigger.Cron(
        form.group(2).strip(),
        Optional.ofNullable(form.group(1)).map(TriggerReader::zone),
        trigger.duration("jitter"));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the zone of a cron is a region such as Europe/Paris, got: " + name, e);
    }
  }
}
