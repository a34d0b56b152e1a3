/// The commands that need no service.
@org.jspecify.annotations.NullMarked
module dev.entente.cli {
  requires static org.jspecify;
  requires dev.entente.documents;
  requires dev.entente.matching;
  requires info.picocli;

  opens dev.entente.cli to
      info.picocli;
}
