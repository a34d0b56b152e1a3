/// The commands that need no service.
@org.jspecify.annotations.NullMarked
module dev.entente.cli {
  requires static org.jspecify;
  requires transitive dev.entente.documents;
  requires dev.entente.matching;
  requires info.picocli;

  exports dev.entente.cli;
  exports dev.entente.cli.settings;
  exports dev.entente.cli.terminal;

  opens dev.entente.cli to
      info.picocli;
}
