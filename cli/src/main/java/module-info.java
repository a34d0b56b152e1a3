/// The commands that need no service in their process.
@org.jspecify.annotations.NullMarked
module dev.entente.cli {
  requires static org.jspecify;
  requires transitive dev.entente.documents;
  requires dev.entente.matching;
  requires info.picocli;
  requires java.net.http;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports dev.entente.cli;
  exports dev.entente.cli.client;
  exports dev.entente.cli.settings;
  exports dev.entente.cli.terminal;

  opens dev.entente.cli to
      info.picocli;
  opens dev.entente.cli.client to
      info.picocli;
}
