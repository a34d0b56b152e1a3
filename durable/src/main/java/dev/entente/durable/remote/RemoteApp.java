package dev.entente.durable.remote;

import dev.entente.durable.call.App;
import dev.entente.durable.call.Caller;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.durable.remote.http.NoAnswerException;
import dev.entente.durable.remote.http.Reply;
import dev.entente.durable.remote.http.Transport;
import dev.entente.durable.remote.sync.FunctionReader;
import dev.entente.durable.remote.sync.FunctionUrl;
import dev.entente.durable.remote.sync.SyncReader;
import dev.entente.inngest.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An app in another process that speaks the Inngest protocol, whatever its language. Shared by
/// threads.
///
/// With a key each request is signed, and an answer whose signature does not fit is a failed
/// attempt. One without a signature is taken, because not all SDKs sign: who can answer in an app's
/// place is for TLS to say. Requests go to the app's own host alone, whatever address it tells.
///
/// Answers of more than 8 MiB are cut off. Of a call of more than 4 MiB steps, and all events but
/// the first, are left out, and the SDK asks [dev.entente.durable.remote.server.ServerEndpoint] for
/// them.
public final class RemoteApp implements App, AutoCloseable {
  private static final Duration SYNC_TIMEOUT = Duration.ofSeconds(10);

  private final RemoteEndpoint endpoint;
  private final Transport transport;
  private final RemoteCaller caller;
  private volatile Optional<String> id;

  /// Takes an app; nothing is asked yet.
  public RemoteApp(RemoteEndpoint endpoint, InstantSource clock) {
    this.endpoint = endpoint;
    transport = new Transport(endpoint.key(), clock);
    caller = new RemoteCaller(endpoint, transport, clock);
    id = endpoint.appId();
  }

  /// The name that it must have or has told; if neither, it is asked.
  ///
  /// @throws UncheckedIOException if it cannot be asked
  @Override
  public String id() {
    if (id.isEmpty()) {
      functions();
    }
    return id.orElseThrow();
  }

  @Override
  public List<FunctionDefinition> functions() {
    SyncReader.Told told = ask();
    Map<String, FunctionUrl> urls = new HashMap<>();
    told.functions().forEach(function -> urls.put(function.definition().id(), function.url()));
    caller.callAt(urls);
    id = Optional.of(told.appId());
    return told.functions().stream().map(FunctionReader.Told::definition).toList();
  }

  private SyncReader.Told ask() {
    byte[] body = Json.of(Map.of("url", endpoint.url().toString())).toBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.url()).setHeader("X-Inngest-Sync-Kind", "in_band");
    String place = "the app at " + endpoint.url();
    try {
      Reply reply = transport.send(request, "PUT", body, SYNC_TIMEOUT);
      return new SyncReader(place, endpoint.appId()).read(reply);
    } catch (NoAnswerException e) {
      throw new UncheckedIOException(new IOException(place + ": " + e.getMessage(), e));
    }
  }

  @Override
  public Caller caller() {
    return caller;
  }

  /// Breaks off the calls that go on, and takes no more.
  @Override
  public void close() {
    transport.close();
  }
}
