package dev.entente.durable.engine;

import dev.entente.durable.call.App;
import dev.entente.durable.call.Caller;
import dev.entente.durable.call.LocalApp;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.inngest.function.InngestFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// An app whose functions change, as one of another process does when it is deployed anew.
final class ChangingApp implements App, AutoCloseable {
  volatile boolean isReachable = true;
  final AtomicInteger closed = new AtomicInteger();

  private volatile LocalApp app;

  ChangingApp(InngestFunction... functions) {
    app = new LocalApp("other", List.of(functions));
  }

  void deploy(InngestFunction... functions) {
    app = new LocalApp("other", List.of(functions));
  }

  @Override
  public String id() {
    return app.id();
  }

  @Override
  public List<FunctionDefinition> functions() {
    if (!isReachable) {
      throw new UncheckedIOException(new IOException("nobody listens"));
    }
    return app.functions();
  }

  @Override
  public Caller caller() {
    return call -> app.caller().call(call);
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
