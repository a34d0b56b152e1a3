package dev.entente.durable.remote;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.entente.durable.call.Call;
import dev.entente.durable.call.CallOutcome;
import dev.entente.durable.call.Caller;
import dev.entente.durable.remote.call.AnswerReader;
import dev.entente.durable.remote.call.CallBody;
import dev.entente.durable.remote.http.NoAnswerException;
import dev.entente.durable.remote.http.Reply;
import dev.entente.durable.remote.http.Transport;
import dev.entente.durable.remote.sync.FunctionUrl;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.Retry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calls the functions of one app over HTTP. Shared by threads.
final class RemoteCaller implements Caller {
  private final RemoteEndpoint endpoint;
  private final Transport transport;
  private final InstantSource clock;
  private volatile Map<String, FunctionUrl> urls = Map.of();

  RemoteCaller(RemoteEndpoint endpoint, Transport transport, InstantSource clock) {
    this.endpoint = endpoint;
    this.transport = transport;
    this.clock = clock;
  }

  /// Calls functions there from now on; any other at the endpoint itself.
  void callAt(Map<String, FunctionUrl> told) {
    urls = Map.copyOf(told);
  }

  @Override
  public CallOutcome call(Call call) {
    return new CallOutcome(result(call), List.of());
  }

  private CallResult result(Call call) {
    Optional<byte[]> body = CallBody.of(call);
    if (body.isEmpty()) {
      var failure =
          new NonRetriableException(
              "an event or a step of the run has a number that no double holds, or half of a pair"
                  + " of surrogates in a text, and so cannot be sent to the app");
      return new CallResult.Failed(ErrorReport.of(failure), new Retry.Never());
    }
    try {
      Reply reply = transport.send(request(call), "POST", body.get(), endpoint.timeout());
      return new AnswerReader(call.function().appId(), clock).read(reply, call);
    } catch (NoAnswerException e) {
      return AnswerReader.unanswered(call, String.valueOf(e.getMessage()));
    }
  }

  private HttpRequest.Builder request(Call call) {
    String step = call.target().orElse(CallBody.WHOLE_FUNCTION);
    return HttpRequest.newBuilder(url(call.function().id(), step))
        .setHeader("X-Run-ID", call.context().runId())
        .setHeader("X-Request-ID", UlidCreator.getUlid(clock.millis()).toString())
        .setHeader("X-Inngest-Step-ID", step)
        .setHeader("X-Inngest-Req-Version", "-1");
  }

  private URI url(String functionId, String step) {
    return Optional.ofNullable(urls.get(functionId))
        .orElseGet(() -> FunctionUrl.of(functionId, endpoint.url()))
        .at(endpoint.origin(), step);
  }
}
