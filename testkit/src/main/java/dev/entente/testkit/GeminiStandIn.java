package dev.entente.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A stand-in for the Gemini API, on loopback: `POST /v1beta/models/{model}:generateContent` as on
/// the wire, with a key in the header `x-goog-api-key`. Shared by threads.
///
/// What it answers is a script, and behind its end a default: at first [GeminiBehaviour#success()].
public final class GeminiStandIn implements AutoCloseable {
  private static final Pattern PATH =
      Pattern.compile("/v1beta/models/[A-Za-z0-9._-]+:generateContent");

  private final String key;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<GeminiBehaviour> script = new ConcurrentLinkedQueue<>();
  private final List<GeminiRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final AtomicInteger violations = new AtomicInteger();
  private volatile GeminiBehaviour otherwise = GeminiBehaviour.success();
  private Optional<MinuteWindow> window = Optional.empty();

  private GeminiStandIn(String key, InstantSource clock) throws IOException {
    this.key = key;
    this.clock = clock;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /// Starts on a free port.
  ///
  /// @param key that it accepts, and no other
  /// @param clock that limits are counted by
  public static GeminiStandIn start(String key, InstantSource clock) throws IOException {
    return new GeminiStandIn(key, clock);
  }

  /// What to set as `GEMINI_BASE_URL`.
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1beta";
  }

  /// Answers the next requests so, one after the other.
  public GeminiStandIn script(GeminiBehaviour... behaviours) {
    script.addAll(List.of(behaviours));
    return this;
  }

  /// Answers so whatever comes behind the script.
  public GeminiStandIn otherwise(GeminiBehaviour behaviour) {
    otherwise = behaviour;
    return this;
  }

  /// Answers no more than so many requests in any sixty seconds; each one beyond is answered 429
  /// and is a violation.
  public synchronized GeminiStandIn limitedTo(int requestsPerMinute) {
    window = Optional.of(new MinuteWindow(requestsPerMinute));
    return this;
  }

  /// All that came, in the order it came.
  public List<GeminiRequest> requests() {
    return List.copyOf(requests);
  }

  /// Requests that are not answered yet.
  public int inFlight() {
    return inFlight.get();
  }

  /// The most requests that were ever in flight at once.
  public int mostInFlight() {
    return mostInFlight.get();
  }

  /// Requests beyond the limit.
  public int violations() {
    return violations.get();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      end(exchange, begun(exchange));
    }
  }

  // Whoever has the whole answer must find it no longer in flight: the count is before the end.
  private GeminiReply begun(HttpExchange exchange) throws IOException {
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      var request =
          new GeminiRequest(
              clock.instant(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      requests.add(request);
      GeminiReply reply = behaviour(exchange, request).answer(request);
      begin(exchange, reply);
      return reply;
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private GeminiBehaviour behaviour(HttpExchange exchange, GeminiRequest request) {
    if (!exchange.getRequestMethod().equals("POST") || !PATH.matcher(request.uri()).matches()) {
      return GeminiBehaviour.plain(404, "");
    }
    if (!key.equals(exchange.getRequestHeaders().getFirst("x-goog-api-key"))) {
      return _ -> wrongKey();
    }
    return excess(request).orElseGet(this::next);
  }

  // The real service quotes nothing here; some others quote the key, which must not be told on.
  private static GeminiReply wrongKey() {
    return GeminiReply.error(
        400,
        "INVALID_ARGUMENT",
        "API key not valid. Please pass a valid API key.",
        """
        {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID",\
        "domain":"googleapis.com"}""");
  }

  private synchronized Optional<GeminiBehaviour> excess(GeminiRequest request) {
    Optional<Duration> wait = window.flatMap(minute -> minute.take(request.at()));
    wait.ifPresent(_ -> violations.incrementAndGet());
    return wait.map(delay -> GeminiBehaviour.limited(delay, GeminiBehaviour.PER_MINUTE));
  }

  private GeminiBehaviour next() {
    GeminiBehaviour scripted = script.poll();
    return scripted == null ? otherwise : scripted;
  }

  private static void begin(HttpExchange exchange, GeminiReply reply) throws IOException {
    pause(reply.pace().before());
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    List<String> headers = reply.headers();
    for (int i = 0; i + 1 < headers.size(); i += 2) {
      exchange.getResponseHeaders().set(headers.get(i), headers.get(i + 1));
    }
    byte[] body = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
    pause(reply.pace().middle());
  }

  private static void end(HttpExchange exchange, GeminiReply reply) throws IOException {
    byte[] body = reply.body().getBytes(UTF_8);
    int half = body.length / 2;
    if (!reply.pace().isCut()) {
      exchange.getResponseBody().write(body, half, body.length - half);
    }
  }

  private static void pause(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is being closed
    }
  }

  /// Cuts whatever is in flight.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
