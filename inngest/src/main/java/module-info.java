/// Inngest functions in plain Java: definitions, steps, the serve protocol, signatures and events.
@org.jspecify.annotations.NullMarked
module dev.entente.inngest {
  requires static transitive org.jspecify;
  requires java.net.http;
  requires transitive jdk.httpserver;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports dev.entente.inngest;
  exports dev.entente.inngest.execution;
  exports dev.entente.inngest.flow;
  exports dev.entente.inngest.function;
  exports dev.entente.inngest.json;
  exports dev.entente.inngest.serve;
  exports dev.entente.inngest.settings;
}
