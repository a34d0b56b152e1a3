package dev.entente.cli.client;

import dev.entente.cli.settings.ServiceAddress;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running service as commands use it: whatever goes wrong with it becomes one sentence.
///
/// Redirects are not followed: the key would go along.
final class Service {
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofSeconds(60);
  private static final int LARGEST_ANSWER = 1 << 26;
  private static final int BUFFER = 1 << 16;
  private static final Pattern JSON = Pattern.compile("application/([\\w.-]++\\+)?json\\b.*");
  private static final Pattern LINES = Pattern.compile("application/x-ndjson\\b.*");
  private static final Pattern KEY = Pattern.compile("[!-~]+");
  private static final JsonMapper MAPPER = new JsonMapper();

  private final ServiceAddress address;
  private final Optional<String> key;
  private final Messages messages;
  private final Refusal refusal;
  private final HttpClient client;

  /// An answer as it was expected.
  ///
  /// @param body a JSON object
  record Answer(int status, JsonNode body) {}

  private Service(ServiceAddress address, Optional<String> key, Messages messages) {
    this.address = address;
    this.key = key;
    this.messages = messages;
    refusal = new Refusal(address, key.isPresent(), messages);
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();
  }

  /// The service that an option or the settings name.
  ///
  /// @throws CommandFailure if what is set is no address of a service, or no key
  static Service find(Optional<String> url, Settings settings, Messages messages) {
    Optional<String> key = settings.get("ENTENTE_API_KEY");
    // The HTTP client's own complaint would show the key.
    if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
      throw CommandFailure.failed(messages.text("service.key.form"));
    }
    return new Service(ServiceAddress.find(url, settings, messages), key, messages);
  }

  /// A request that may take as long as it takes.
  ///
  /// @param path of the API, with its query
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.url() + path))
            .header("Accept-Language", messages.language().toLanguageTag());
    if (address.isNamed()) {
      key.ifPresent(known -> request.header("Authorization", "Bearer " + known));
    }
    return request;
  }

  /// What a reader makes of a JSON object of the service.
  ///
  /// @param reader as for [#understand]
  /// @throws CommandFailure if there is any other answer, or none
  <T> T get(String path, Function<JsonNode, T> reader) {
    return understand(ask(request(path).timeout(ANSWERING), 200), reader);
  }

  /// An answer to a request without a body.
  ///
  /// @throws CommandFailure if there is any other answer, or none
  Answer post(String path, Integer... expected) {
    HttpRequest.Builder request = request(path).timeout(ANSWERING);
    return ask(request.POST(HttpRequest.BodyPublishers.noBody()), expected);
  }

  /// An answer to a request with a JSON body.
  ///
  /// @param body what JSON writes as an object
  /// @throws CommandFailure if there is any other answer, or none
  Answer post(String path, Map<String, ?> body, Integer... expected) {
    HttpRequest.Builder request =
        request(path).timeout(ANSWERING).header("Content-Type", "application/json");
    return ask(
        request.POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))),
        expected);
  }

  /// The answer to a request, if it is a JSON object with one of the statuses.
  ///
  /// @throws CommandFailure if there is any other answer, or none
  Answer ask(HttpRequest.Builder request, Integer... expected) {
    HttpResponse<InputStream> response = send(request.header("Accept", "application/json").build());
    Optional<JsonNode> body = json(response);
    if (body.isEmpty() || !Set.of(expected).contains(response.statusCode())) {
      throw refused(response, body);
    }
    return new Answer(response.statusCode(), body.get());
  }

  private HttpResponse<InputStream> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw refusal.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed(messages.text("service.interrupted"));
    }
  }

  private CommandFailure refused(HttpResponse<InputStream> response, Optional<JsonNode> body) {
    Optional<String> location = response.headers().firstValue("Location");
    return refusal.of(response.statusCode(), location, body);
  }

  private Optional<JsonNode> json(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      if (!hasType(response, JSON)) {
        return Optional.empty();
      }
      return Optional.of(MAPPER.readTree(in.readNBytes(LARGEST_ANSWER))).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw refusal.of(e);
    }
  }

  private static boolean hasType(HttpResponse<InputStream> response, Pattern type) {
    return type.matcher(response.headers().firstValue("Content-Type").orElse("")).matches();
  }

  /// Refuses an answer that was expected and still does not hold what it should.
  ///
  /// @param reader may throw what Jackson and `java.time` throw, and IllegalArgumentException
  <T> T understand(Answer answer, Function<JsonNode, T> reader) {
    try {
      return reader.apply(answer.body());
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw refusal.of(answer.status(), Optional.empty(), Optional.of(answer.body()));
    }
  }

  /// Copies lines of JSON as they come.
  ///
  /// @throws CommandFailure if there is any other answer, or it ends before its end
  /// @throws IOException if they cannot be written
  void copyLines(String path, OutputStream out) throws IOException {
    HttpResponse<InputStream> response = send(request(path).build());
    if (response.statusCode() != 200 || !hasType(response, LINES)) {
      throw refused(response, json(response));
    }
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = response.body()) {
      for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
        out.write(buffer, 0, read);
      }
    }
  }

  private int read(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw refusal.of(e);
    }
  }
}
