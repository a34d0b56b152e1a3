package dev.entente.durable.remote.call;

import dev.entente.durable.call.Call;
import dev.entente.durable.call.KeptStep;
import dev.entente.durable.remote.http.Reply;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what an app answers to a call. Whatever it is, something came of the call: what cannot be
/// read is a failed attempt that says so.
///
/// @param appId of the app
public record AnswerReader(String appId, InstantSource clock) {
  private static final String LAST = "RunComplete";

  /// Reads an answer; one that cannot be read is a failed attempt.
  public CallResult read(Reply reply, Call call) {
    Retry retry = retry(call, RetryHeaders.read(reply, clock));
    if (!reply.isOfAnSdk()) {
      return failed(
          "no SDK has answered, but something such as a proxy (status %d, X-Inngest-SDK is missing): %s"
              .formatted(reply.status(), reply.excerpt()),
          retry);
    }
    return switch (reply.status()) {
      case 200 ->
          reply
              .json()
              .<CallResult>map(CallResult.Returned::new)
              .orElseGet(() -> unreadable(reply, retry));
      case 206 -> reported(reply, call, retry);
      default -> failed(reply, call, retry);
    };
  }

  /// Behind the last attempt there is none, whatever the answer asks for.
  private static Retry retry(Call call, Retry wanted) {
    return call.context().isLastAttempt() ? new Retry.Never() : wanted;
  }

  /// An attempt that failed because no answer came.
  public static CallResult unanswered(Call call, String message) {
    return failed(message, retry(call, new Retry.Usual()));
  }

  private static CallResult failed(String message, Retry retry) {
    return new CallResult.Failed(
        new ErrorReport("Error", message, Optional.empty(), Optional.empty(), Optional.empty()),
        retry);
  }

  private static CallResult unreadable(Reply reply, Retry retry) {
    return failed(
        "the answer of the app (status %d) is no JSON that fits: %s"
            .formatted(reply.status(), reply.excerpt()),
        retry);
  }

  private CallResult reported(Reply reply, Call call, Retry retry) {
    Json body = reply.json().orElse(Json.NULL);
    List<Json> all = body.isObject() ? List.of(body) : body.elements();
    if (!body.isObject() && !body.isArray()) {
      return unreadable(reply, retry);
    }
    if (all.isEmpty()) {
      return failed("the app reports no step and no end (an empty 206)", retry);
    }
    try {
      return result(all, call, retry);
    } catch (IllegalArgumentException e) {
      return failed(String.valueOf(e.getMessage()), new Retry.Never());
    }
  }

  // What is reported beside the end is kept first: asked again, the app reports the end alone.
  private CallResult result(List<Json> all, Call call, Retry retry) {
    var reader = new OperationReader(appId, clock);
    List<Operation> operations = new ArrayList<>();
    Optional<Json> end = Optional.empty();
    for (Json json : all) {
      if (isEnd(json)) {
        end = Optional.of(json.find("data").orElse(Json.NULL));
      } else {
        operations.add(reader.read(json, retry));
      }
    }
    requireFitting(operations, call);
    return end.isPresent() && operations.isEmpty()
        ? new CallResult.Returned(end.get())
        : new CallResult.Reported(operations);
  }

  private static boolean isEnd(Json json) {
    return json.find("op").flatMap(Json::text).filter(LAST::equalsIgnoreCase).isPresent();
  }

  private static void requireFitting(List<Operation> operations, Call call) {
    Set<String> done = new HashSet<>();
    for (KeptStep step : call.steps()) {
      if (!(step.memo() instanceof Memo.Edited)) {
        done.add(step.hash());
      }
    }
    for (Operation operation : operations) {
      StepRef step = operation.step();
      if (!done.add(step.hash())) {
        throw new IllegalArgumentException(
            "the app reports the step %s twice, or again though it is done".formatted(step.id()));
      }
      if (call.target().filter(target -> !target.equals(step.hash())).isPresent()) {
        throw new IllegalArgumentException(
            "the app was to run the step %s, and reports %s"
                .formatted(call.target().get(), step.id()));
      }
    }
  }

  private static CallResult failed(Reply reply, Call call, Retry retry) {
    Optional<Json> body = reply.json().filter(Json::isObject);
    if (reply.status() < 400) {
      return failed(
          "the app has answered with status %d, which says nothing here (redirects are not followed)"
              .formatted(reply.status()),
          retry);
    }
    return body.flatMap(json -> missing(json, call))
        .or(
            () ->
                body.filter(AnswerReader::isError)
                    .map(json -> new CallResult.Failed(ErrorReport.read(json), retry)))
        .orElseGet(
            () ->
                failed(
                    "the app has answered with status %d: %s"
                        .formatted(reply.status(), reply.excerpt()),
                    retry));
  }

  private static boolean isError(Json body) {
    return body.find("message").or(() -> body.find("error")).flatMap(Json::text).isPresent();
  }

  private static Optional<CallResult> missing(Json body, Call call) {
    return call.target()
        .filter(
            target ->
                body.find("requestedStep").flatMap(Json::text).filter(target::equals).isPresent())
        .map(target -> new CallResult.StepMissing(target, found(body)));
  }

  private static List<StepRef> found(Json body) {
    return body.find("foundSteps").orElse(Json.NULL).elements().stream()
        .map(
            step ->
                new StepRef(
                    step.find("id").flatMap(Json::text).orElse(""),
                    step.find("displayName")
                        .or(() -> step.find("name"))
                        .flatMap(Json::text)
                        .orElse("")))
        .toList();
  }
}
