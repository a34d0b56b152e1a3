package dev.entente.inngest.function;

import dev.entente.inngest.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// An error as the protocol carries it. Immutable. The character NUL becomes `U+FFFD` in its texts.
///
/// @param name its kind; `Error` for whatever Java throws, whose class heads the stack
/// @param message never empty
/// @param stack as text; empty where none came
/// @param data more about it, from functions of other languages
/// @param cause what led to it
public record ErrorReport(
    String name,
    String message,
    Optional<String> stack,
    Optional<Json> data,
    Optional<ErrorReport> cause) {
  private static final String NAME = "Error";
  private static final String UNKNOWN = "Unknown error";
  private static final int DEEPEST = 10;

  // Of a message or a stack, in characters: an answer has to hold all causes.
  private static final int LONGEST = 65_536;

  public ErrorReport {
    name = withoutNul(name);
    message = withoutNul(message);
    stack = stack.map(ErrorReport::withoutNul);
  }

  // Databases have no text with it, and whoever looks for an error there finds it.
  private static String withoutNul(String text) {
    return text.replace('\0', '\uFFFD');
  }

  /// Reports what Java code threw, with its causes. Of a [StepException] it is the step's own error
  /// that is reported: its stack, data and cause.
  public static ErrorReport of(Throwable failure) {
    return of(failure, NAME, DEEPEST);
  }

  private static ErrorReport of(Throwable failure, String name, int depth) {
    if (failure instanceof StepException step) {
      return ofStep(step, name);
    }
    Optional<ErrorReport> cause =
        Optional.ofNullable(failure.getCause())
            .filter(_ -> depth > 0)
            .map(under -> of(under, nameOf(under), depth - 1));
    return new ErrorReport(
        name, messageOf(failure), Optional.of(stackOf(failure)), Optional.empty(), cause);
  }

  private static ErrorReport ofStep(StepException failure, String name) {
    ErrorReport own = failure.report();
    return new ErrorReport(
        name,
        own.message(),
        own.stack().or(() -> Optional.of(stackOf(failure))),
        own.data(),
        own.cause());
  }

  private static String nameOf(Throwable failure) {
    return failure instanceof StepException step
        ? step.report().name()
        : failure.getClass().getName();
  }

  private static String messageOf(Throwable failure) {
    String message = told(failure);
    return message.isEmpty() ? failure.getClass().getName() : cut(message);
  }

  // Its code is its author's, and may fail too.
  private static String told(Throwable failure) {
    try {
      return Objects.requireNonNullElse(failure.getMessage(), "");
    } catch (RuntimeException | Error e) {
      return "";
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (cut)";
  }

  // Without the causes, which are reported by themselves.
  private static String stackOf(Throwable failure) {
    var text = new StringBuilder(failure.getClass().getName());
    String message = told(failure);
    if (!message.isEmpty()) {
      text.append(": ").append(cut(message));
    }
    for (StackTraceElement frame : failure.getStackTrace()) {
      text.append("\n\tat ").append(frame);
    }
    return cut(text.toString());
  }

  /// Reads an error as the server sends it; whatever is missing gets a word of its own.
  public static ErrorReport read(Json json) {
    return read(json, DEEPEST);
  }

  private static ErrorReport read(Json json, int depth) {
    Optional<String> message = text(json, "message").or(() -> text(json, "error"));
    return new ErrorReport(
        text(json, "name").orElse(NAME),
        message.or(json::text).orElse(UNKNOWN),
        text(json, "stack"),
        json.find("data"),
        json.find("cause").filter(_ -> depth > 0).map(cause -> read(cause, depth - 1)));
  }

  private static Optional<String> text(Json json, String member) {
    return json.find(member).flatMap(Json::text).filter(text -> !text.isEmpty());
  }

  /// The error as the server reads it.
  public Json toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("message", message);
    stack.ifPresent(value -> json.put("stack", value));
    data.ifPresent(value -> json.put("data", value));
    cause.ifPresent(value -> json.put("cause", value.toJson()));
    return Json.of(json);
  }
}
