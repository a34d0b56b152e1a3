package dev.entente.durable.remote.server;

import dev.entente.durable.call.SentEvent;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes events that are sent: all of a request, or none. Shared by threads.
record EventIntake(EventSink sink) {
  private static final System.Logger LOG = System.getLogger(EventIntake.class.getName());

  private static final int MOST = 5_000;
  private static final int LARGEST = 3 << 20;

  ServerResponse take(byte[] body, Optional<String> seed) {
    try {
      List<SentEvent> events = events(Json.parse(body), seed.map(EventIntake::seed));
      sink.take(events);
      List<String> ids = events.stream().map(SentEvent::id).toList();
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("ids", ids);
      answer.put("status", 200);
      return new ServerResponse(200, Json.of(answer));
    } catch (MalformedJsonException e) {
      return ServerResponse.ofNoEvents(400, "the body is " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return ServerResponse.ofNoEvents(400, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "events could not be taken", e);
      return ServerResponse.ofNoEvents(
          500, "the events could not be taken: send them again; the engine's log says why");
    }
  }

  private static EventSeed seed(String text) {
    return EventSeed.read(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "x-inngest-event-id-seed is <milliseconds>,<base64 of 10 bytes>"));
  }

  private List<SentEvent> events(Json body, Optional<EventSeed> seed) {
    List<Json> all = body.isArray() ? body.elements() : List.of(body);
    require(
        !all.isEmpty() && all.size() <= MOST,
        "a request has 1 to %,d events, got: %,d".formatted(MOST, all.size()));
    List<SentEvent> events = new ArrayList<>();
    for (Json json : all) {
      int number = events.size() + 1;
      try {
        String id = seed.map(known -> known.id(number)).orElseGet(sink::newId);
        events.add(new SentEvent(id, event(json)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("event %d: %s".formatted(number, e.getMessage()), e);
      }
    }
    return events;
  }

  // Reading alone passes over what it does not understand, and a sender would never know.
  private static Event event(Json json) {
    require(json.isObject(), "it must be an object with a name");
    require(json.find("data").filter(data -> !data.isObject()).isEmpty(), "data must be an object");
    for (String member : List.of("name", "id", "v")) {
      require(
          json.find(member).filter(value -> value.text().isEmpty()).isEmpty(),
          member + " must be a text");
    }
    require(json.toBytes().length <= LARGEST, "it has more than 3,145,728 bytes (3 MiB) as JSON");
    json.firstInexactNumber()
        .ifPresent(
            place ->
                require(
                    false,
                    "a number%s would change, as numbers are kept as doubles: give it as text"
                        .formatted(place)));
    Event event = Event.read(json);
    require(
        json.find("ts").isEmpty() || event.time().isPresent(),
        "ts must be milliseconds since 1970, of the years 1980 to 2100");
    require(
        !SentEvent.isOfTheEngine(event.name()), "names that begin with inngest/ are the engine's");
    return event;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
