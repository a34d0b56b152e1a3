package dev.entente.server.generation;

/// A stored document breaks the rules: it must be put again.
final class UnreadableDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableDocumentException(String problem) {
    super("the stored document is wrong, put it again: " + problem);
  }
}
