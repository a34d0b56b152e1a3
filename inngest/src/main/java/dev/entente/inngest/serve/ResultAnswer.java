package dev.entente.inngest.serve;

import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.function.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Results of calls as answers.
final class ResultAnswer {
  private static final long LONGEST_DELAY = Duration.ofHours(24).toSeconds(); // the server's limit
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int MOST_FOUND = 50;

  private ResultAnswer() {}

  static Answer of(CallResult result, String appId) {
    return switch (result) {
      case CallResult.Returned(var value) -> Answer.of(200, value);
      case CallResult.Reported(var operations) -> reported(operations, appId);
      case CallResult.Failed(var error, var retry) ->
          retried(Answer.of(retry.isWanted() ? 500 : 400, error.toJson()), retry);
      case CallResult.StepMissing missing -> missing(missing);
    };
  }

  private static Answer reported(List<Operation> operations, String appId) {
    Answer answer =
        Answer.of(
            206, operations.stream().map(operation -> OperationJson.of(operation, appId)).toList());
    return operations.getFirst() instanceof Operation.StepError failed
        ? retried(answer, failed.retry())
        : answer;
  }

  private static Answer retried(Answer answer, Retry retry) {
    Answer marked = answer.retried(retry.isWanted());
    return switch (retry) {
      case Retry.Never _, Retry.Usual _ -> marked;
      case Retry.After(var delay) -> marked.after(String.valueOf(wholeSeconds(delay)));
      case Retry.At(var time) -> marked.after(clamped(time).toString());
    };
  }

  // Years of four digits: the server reads no others.
  private static Instant clamped(Instant time) {
    return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.isAfter(LATEST) ? LATEST : time;
  }

  private static long wholeSeconds(Duration delay) {
    return Math.min(LONGEST_DELAY, delay.getSeconds() + (delay.getNano() > 0 ? 1 : 0));
  }

  private static Answer missing(CallResult.StepMissing missing) {
    List<StepRef> found = missing.found().stream().limit(MOST_FOUND).toList();
    String known = found.stream().map(StepRef::id).distinct().collect(Collectors.joining(", "));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "error",
        "the step %s that is to be run is not in the function any more; steps that are there and not done: %s"
            .formatted(missing.target(), known.isEmpty() ? "none" : known));
    body.put("requestedStep", missing.target());
    body.put("foundSteps", found.stream().map(ResultAnswer::found).toList());
    body.put("totalFoundSteps", missing.found().size());
    return Answer.of(500, body).retried(true);
  }

  private static Map<String, String> found(StepRef step) {
    Map<String, String> found = new LinkedHashMap<>();
    found.put("id", step.hash());
    found.put("name", step.id());
    found.put("displayName", step.id());
    return found;
  }
}
