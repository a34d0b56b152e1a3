package dev.entente.server.pages.operations;

import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.engine.view.EngineFunction;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Sends events that people type: only what is right, and what starts functions only once it is
/// confirmed.
@Component
final class EventSending {
  private static final String OF_THE_ENGINE = "inngest/";

  private final FunctionEngine engine;

  EventSending(FunctionEngine engine) {
    this.engine = engine;
  }

  /// What came of it.
  sealed interface Outcome {
    /// It was sent.
    ///
    /// @param id that the engine gave it
    record Sent(String id) implements Outcome {}

    /// Nothing was sent: something is wrong, or to be confirmed.
    record Asked(EventFormView form) implements Outcome {}
  }

  Outcome send(EventForm form, Wording wording) {
    String nameError = nameError(form.name(), wording);
    EventData.Typed data = EventData.read(form.data());
    if (!nameError.isEmpty() || !(data instanceof EventData.Typed.Right right)) {
      return asked(form, nameError, dataError(data, wording), List.of());
    }
    List<String> starts = starts(form.name(), wording);
    if (!starts.isEmpty() && !form.confirmed().equals(form.name())) {
      return asked(form, "", "", starts);
    }
    try {
      return new Outcome.Sent(engine.send(form.name(), right.json()));
    } catch (IllegalArgumentException e) {
      return asked(form, "", String.valueOf(e.getMessage()), List.of());
    }
  }

  private static Outcome asked(
      EventForm form, String nameError, String dataError, List<String> starts) {
    return new Outcome.Asked(new EventFormView(form, List.of(), nameError, dataError, starts));
  }

  private static String nameError(String name, Wording wording) {
    if (name.startsWith(OF_THE_ENGINE)) {
      return wording.text("ops.send.name.engine");
    }
    return FunctionEngine.isEventName(name) ? "" : wording.text("ops.send.name.wrong");
  }

  private static String dataError(EventData.Typed data, Wording wording) {
    return switch (data) {
      case EventData.Typed.Right _ -> "";
      case EventData.Typed.Broken(int line, int column) ->
          wording.text("ops.send.data.broken", line, column);
      case EventData.Typed.NoObject _ -> wording.text("ops.send.data.object");
      case EventData.Typed.TooLong _ -> wording.text("ops.send.data.long");
    };
  }

  /// The names of the functions that an event starts; none where an Inngest server has them.
  private List<String> starts(String name, Wording wording) {
    return functions()
        .filter(
            function ->
                function.triggers().stream().anyMatch(trigger -> name.equals(trigger.event())))
        .map(function -> FunctionNames.name(function.id(), function.name(), wording))
        .toList();
  }

  private Stream<EngineFunction> functions() {
    return engine.dashboard().isPresent() ? Stream.of() : engine.functions().stream();
  }

  /// The names of events that functions listen to, the engine's own left out.
  List<String> names() {
    return functions()
        .flatMap(function -> function.triggers().stream())
        .flatMap(trigger -> Stream.ofNullable(trigger.event()))
        .filter(name -> !name.startsWith(OF_THE_ENGINE))
        .distinct()
        .sorted()
        .toList();
  }
}
