package dev.entente.inngest.client;

import dev.entente.inngest.execution.EventSender;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.TypeToken;
import dev.entente.inngest.settings.EventKey;
import dev.entente.inngest.settings.Mode;
import dev.entente.inngest.settings.ServerException;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Surroundings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sends events. Shared by threads.
///
/// What failed and may do later is tried again, up to five times, with the same seed for the ids:
/// so no event counts twice, whichever of the tries came through.
public final class EventClient implements EventSender {
  private static final int DEEPEST = 500;
  private static final int MOST_AT_ONCE = 5_000;
  private static final int ENTROPY = 10;
  private static final String WHAT = "sending events";
  private static final EventKey ANY_KEY = new EventKey("NO_EVENT_KEY_SET");

  private final Settings settings;
  private final Surroundings surroundings;
  private final Connection connection;
  private final Tries tries;

  /// Sends where the settings say.
  ///
  /// @param identity who speaks
  public EventClient(Settings settings, Identity identity, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
    connection =
        new Connection(
            identity,
            settings.eventKey().stream()
                .map(EventKey::text)
                .flatMap(key -> Stream.of(key, Encoding.encode(key)))
                .toList());
    tries = new Tries(surroundings);
  }

  /// Sends events, 5,000 a request.
  ///
  /// @param events none is fine
  /// @return the id that the server gave each, in their order
  /// @throws IllegalArgumentException if data would not come back as they are
  /// @throws ServerException if they were not all taken; of more than 5,000 some may have been
  @Override
  public List<String> send(List<Event> events) {
    events.forEach(EventClient::requireLasting);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < events.size(); i += MOST_AT_ONCE) {
      ids.addAll(sendBatch(events.subList(i, Math.min(events.size(), i + MOST_AT_ONCE))));
    }
    return ids;
  }

  private static void requireLasting(Event event) {
    Optional<String> place = event.data().firstInexactNumber();
    if (place.isPresent()) {
      throw new IllegalArgumentException(
          "the number%s in the data of event %s would change, because numbers are kept as doubles: give it as text"
              .formatted(place.get(), event.name()));
    }
    if (event.data().depth() > DEEPEST) {
      throw new IllegalArgumentException(
          "the data of event %s are nested deeper than %d".formatted(event.name(), DEEPEST));
    }
  }

  private List<String> sendBatch(List<Event> events) {
    HttpRequest request =
        connection
            .request(address())
            .setHeader("x-inngest-event-id-seed", seed())
            .POST(BodyPublishers.ofByteArray(body(events)))
            .build();
    return tries.get(WHAT, () -> ids(connection.send(WHAT, request), events.size()));
  }

  private URI address() {
    if (settings.eventKey().isEmpty() && settings.mode() == Mode.CLOUD) {
      throw Failures.missingKey();
    }
    String key = settings.eventKey().orElse(ANY_KEY).text();
    return settings.eventOrigin().resolve("/e/" + Encoding.encode(key));
  }

  private String seed() {
    byte[] entropy = new byte[ENTROPY];
    surroundings.random().nextBytes(entropy);
    return surroundings.clock().millis() + "," + Base64.getEncoder().encodeToString(entropy);
  }

  // An event without a time happens now, and not when a later try comes through.
  private byte[] body(List<Event> events) {
    var now = surroundings.clock().instant();
    return Json.of(
            events.stream()
                .map(event -> event.time().isPresent() ? event : event.at(now))
                .map(Event::toJson)
                .toList())
        .toBytes();
  }

  private static List<String> ids(Connection.Answer answer, int count) {
    if (!answer.isSuccess()) {
      throw Failures.refused(WHAT, answer.status(), answer.reason());
    }
    List<String> ids = answer.body().find("ids").map(EventClient::texts).orElse(List.of());
    if (ids.size() != count) {
      throw Failures.unreadable(WHAT);
    }
    return ids;
  }

  private static List<String> texts(Json ids) {
    try {
      return ids.as(new TypeToken<List<String>>() {});
    } catch (IllegalArgumentException e) {
      throw Failures.unreadable(WHAT);
    }
  }
}
