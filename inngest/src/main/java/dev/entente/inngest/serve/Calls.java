package dev.entente.inngest.serve;

import dev.entente.inngest.client.ApiClient;
import dev.entente.inngest.execution.CallExecutor;
import dev.entente.inngest.execution.CallRequest;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.settings.ServerException;
import java.util.Map;
import java.util.Optional;

/// Answers calls of functions. Shared by threads.
final class Calls {
  private final String appId;
  private final Map<String, App.Callable> functions;
  private final CallExecutor executor;
  private final ApiClient api;

  Calls(App app, CallExecutor executor, ApiClient api) {
    appId = app.id();
    functions = app.callables();
    this.executor = executor;
    this.api = api;
  }

  /// @throws Refusal if it is not known what is to be called
  Answer answer(ServeRequest request) {
    App.Callable function = function(request);
    CallBody body = CallBody.parse(request.body());
    Optional<String> step =
        request.query().find("stepId").or(() -> request.header("x-inngest-step-id"));
    return ResultAnswer.of(
        executor.execute(function.body(), call(body, function.retries(), step)), appId);
  }

  private App.Callable function(ServeRequest request) {
    String id =
        request
            .query()
            .find("fnId")
            .orElseThrow(
                () ->
                    Refusal.retried(
                        500, "missing_function_id", "the address of a call has fnId=<app>-<id>"));
    return Optional.ofNullable(functions.get(id))
        .orElseThrow(
            () ->
                Refusal.retried(
                    500,
                    "function_not_found",
                    "there is no function %s in this app: release it, then sync the app again"
                        .formatted(Refusal.quoted(id))));
  }

  private CallRequest call(CallBody body, int retries, Optional<String> step) {
    if (!body.isReduced()) {
      return body.toRequest(body.events(), body.steps(), retries, step);
    }
    try {
      Json events = api.events(body.runId());
      return body.toRequest(events, api.steps(body.runId()), retries, step);
    } catch (ServerException e) {
      throw Refusal.retried(500, "state_not_fetched", String.valueOf(e.getMessage()));
    }
  }
}
