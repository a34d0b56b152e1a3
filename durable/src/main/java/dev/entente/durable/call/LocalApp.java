package dev.entente.durable.call;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.durable.log.StepLog;
import dev.entente.inngest.execution.CallExecutor;
import dev.entente.inngest.execution.CallRequest;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.execution.StepObserver;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.NonRetriableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Functions of this process. Shared by threads.
public final class LocalApp implements App {
  private static final String FAILURE = "-failure";
  private static final int FAILURE_RETRIES = 1;
  // What is logged on the way past steps that are done was logged when they were.
  private static final StepObserver LOG =
      new StepObserver() {
        @Override
        public void passed(StepRef step) {
          StepLog.forget();
        }

        @Override
        public void running(StepRef step) {
          StepLog.enter(step.hash());
        }
      };

  private final String id;
  private final List<FunctionDefinition> definitions = new ArrayList<>();
  private final Map<String, FunctionBody> bodies = new LinkedHashMap<>();

  /// Functions under the name of an app.
  ///
  /// @throws IllegalArgumentException if two have one id
  public LocalApp(String id, List<InngestFunction> functions) {
    this.id = id;
    for (InngestFunction function : functions) {
      String composite = id + "-" + function.id();
      add(
          new FunctionDefinition(
              composite,
              id,
              function.name(),
              function.triggers(),
              function.retries(),
              function.flow()),
          function.body());
      function
          .failureHandler()
          .ifPresent(handler -> add(failureHandler(composite, function.name()), handler));
    }
  }

  private FunctionDefinition failureHandler(String composite, String name) {
    String quoted = composite.replace("\\", "\\\\").replace("'", "\\'");
    Trigger trigger =
        Trigger.event("inngest/function.failed").when("event.data.function_id == '" + quoted + "'");
    return new FunctionDefinition(
        composite + FAILURE,
        id,
        name + " (failure)",
        List.of(trigger),
        FAILURE_RETRIES,
        FlowControl.NONE);
  }

  private void add(FunctionDefinition definition, FunctionBody body) {
    if (bodies.putIfAbsent(definition.id(), body) != null) {
      throw new IllegalArgumentException("two functions have the id " + definition.id());
    }
    definitions.add(definition);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<FunctionDefinition> functions() {
    return List.copyOf(definitions);
  }

  /// How they are called; events that they send get ids of the system's time.
  @Override
  public Caller caller() {
    return caller(() -> UlidCreator.getMonotonicUlid().toString());
  }

  @Override
  public Caller caller(Supplier<String> eventIds) {
    return call -> call(call, eventIds);
  }

  private CallOutcome call(Call call, Supplier<String> eventIds) {
    FunctionBody body = bodies.get(call.function().id());
    if (body == null) {
      throw new IllegalArgumentException("no function " + call.function().id());
    }
    List<SentEvent> sent = new ArrayList<>();
    var executor = new CallExecutor(events -> send(events, eventIds, sent), LOG);
    CallResult result = executor.execute(body, request(call));
    return new CallOutcome(result, sent);
  }

  private static CallRequest request(Call call) {
    Map<String, Memo> memos = LinkedHashMap.newLinkedHashMap(call.steps().size());
    call.steps().forEach(step -> memos.put(step.hash(), step.memo()));
    return new CallRequest(call.context(), memos, call.target(), false);
  }

  private static List<String> send(List<Event> events, Supplier<String> ids, List<SentEvent> sent) {
    for (Event event : events) {
      if (SentEvent.isOfTheEngine(event.name())) {
        throw new NonRetriableException(
            "names that begin with inngest/ are the engine's, got: " + event.name());
      }
    }
    List<SentEvent> added = events.stream().map(event -> new SentEvent(ids.get(), event)).toList();
    sent.addAll(added);
    return added.stream().map(SentEvent::id).toList();
  }
}
