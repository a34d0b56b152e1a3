package dev.entente.server.doctor.inngest;

import java.util.Set;

/// What can be compared of a function on both sides.
///
/// @param id without the app's name
/// @param triggers as `cron 0 0 * * *` or `event name if condition`
/// @param retries of a step
record FunctionFacts(String id, String name, Set<String> triggers, int retries) {
  static String event(String name, String condition) {
    return "event " + name + (condition.isEmpty() ? "" : " if " + condition);
  }

  static String cron(String text) {
    return "cron " + text;
  }
}
