package dev.entente.server.pages.operations;

import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.engine.view.EngineEvent;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The pages of events: what was received, and sending one.
@Controller
class EventPages {
  private static final int SIZE = 50;
  private static final int UNFOLDED = 20_000;
  private static final int MOST_STARTED = 200;

  /// What an event's page is asked for.
  ///
  /// @param sent `yes` just behind its sending; empty otherwise
  record Shown(@Nullable String sent) {}

  private final FunctionEngine engine;
  private final EventLines lines;
  private final EventSending sending;
  private final MessageSource messages;

  EventPages(
      FunctionEngine engine, EventLines lines, EventSending sending, MessageSource messages) {
    this.engine = engine;
    this.lines = lines;
    this.sending = sending;
    this.messages = messages;
  }

  @GetMapping("/events")
  String list(EventFilters filters, Locale language, Model model) {
    var empty = new EventFormView(EventForm.EMPTY, List.of(), "", "", List.of());
    fill(filters, empty, new Wording(messages, language), model);
    return "operations/events";
  }

  private void fill(EventFilters filters, EventFormView form, Wording wording, Model model) {
    Optional<String> dashboard = engine.dashboard();
    List<EngineEvent> found =
        dashboard.isPresent() ? List.of() : engine.events(filters.query(), SIZE + 1);
    List<EngineEvent> shown = found.stream().limit(SIZE).toList();
    model.addAttribute(
        "elsewhere", dashboard.map(address -> Elsewhere.events(address, wording)).orElse(null));
    model.addAttribute("filters", filters);
    model.addAttribute("names", dashboard.isPresent() ? List.of() : engine.eventNames());
    model.addAttribute("form", form.withNames(sending.names()));
    model.addAttribute("events", lines.of(shown, wording));
    model.addAttribute("newest", filters.isFirst() ? null : filters.address(""));
    model.addAttribute("older", found.size() > SIZE ? filters.address(shown.getLast().id()) : null);
  }

  @PostMapping("/events")
  ModelAndView send(EventForm form, Locale language, Model model) {
    var wording = new Wording(messages, language);
    return switch (sending.send(form, wording)) {
      case EventSending.Outcome.Sent(String id) when engine.dashboard().isPresent() ->
          new ModelAndView(
              "redirect:"
                  + UriComponentsBuilder.fromUriString("/events?sent={id}")
                      .encode()
                      .buildAndExpand(id));
      case EventSending.Outcome.Sent(String id) ->
          new ModelAndView(
              "redirect:"
                  + UriComponentsBuilder.fromUriString("/events/{id}?sent=yes")
                      .encode()
                      .buildAndExpand(id));
      case EventSending.Outcome.Asked(EventFormView asked) -> {
        fill(EventFilters.NONE, asked, wording, model);
        boolean isWrong = asked.starts().isEmpty();
        yield new ModelAndView(
            "operations/events",
            model.asMap(),
            isWrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
      }
    };
  }

  @GetMapping("/events/{id}")
  String show(@PathVariable String id, Shown shown, Locale language, Model model) {
    if (engine.dashboard().isPresent()) {
      return "redirect:/events"; // which says where they are shown
    }
    var wording = new Wording(messages, language);
    EngineEvent.WithData found = engine.event(id);
    EngineEvent event = found.event();
    String json = EventData.pretty(found.json());
    model.addAttribute("event", event);
    model.addAttribute("received", wording.moment(event.receivedAt()));
    model.addAttribute("occurred", wording.moment(event.occurredAt()));
    model.addAttribute("json", json);
    model.addAttribute("isFolded", json.length() > UNFOLDED);
    model.addAttribute("size", wording.whole(json.length()));
    model.addAttribute("isSent", shown.sent() != null);
    model.addAttribute("runs", lines.started(newestRuns(event), wording));
    model.addAttribute("sender", sender(event, wording));
    return "operations/event";
  }

  private @Nullable RunLine sender(EngineEvent event, Wording wording) {
    String run = event.sentByRun();
    return run == null
        ? null
        : lines.started(List.of(run), wording).stream().findFirst().orElse(null);
  }

  private static List<String> newestRuns(EngineEvent event) {
    return event.runIds().reversed().stream().limit(MOST_STARTED).toList();
  }
}
