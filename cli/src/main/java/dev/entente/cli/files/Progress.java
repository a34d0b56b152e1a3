package dev.entente.cli.files;

import dev.entente.cli.terminal.Terminal;

/// One line on a terminal that says how far a command is, how fast it goes and how long it will
/// take; silent where nobody watches.
final class Progress implements AutoCloseable {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long BETWEEN_LINES = NANOS_PER_SECOND / 5;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final Terminal terminal;
  private final String key;
  private final long bytes;
  private final long start;
  private long lastShown;
  private long documents;

  /// @param key of the message that shows per cent, documents, documents a second and the time left
  /// @param bytes of the whole work
  Progress(Terminal terminal, String key, long bytes) {
    this.terminal = terminal;
    this.key = key;
    this.bytes = Math.max(1, bytes);
    start = terminal.nanoTime().getAsLong();
    lastShown = start;
  }

  /// Counts a document.
  ///
  /// @param bytesDone since the start
  void document(long bytesDone) {
    documents++;
    if (!terminal.errIsTerminal()) {
      return;
    }
    long now = terminal.nanoTime().getAsLong();
    if (now - lastShown >= BETWEEN_LINES) {
      lastShown = now;
      show(bytesDone, (now - start) / (double) NANOS_PER_SECOND);
    }
  }

  private void show(long bytesDone, double seconds) {
    double share = Math.min(1, bytesDone / (double) bytes);
    long left = share == 0 ? 0 : (long) Math.ceil(seconds / share - seconds);
    String time = "%d:%02d".formatted(left / 60, left % 60);
    long rate = Math.round(documents / seconds);
    terminal
        .err()
        .print(
            ERASE_LINE + terminal.messages().text(key, (int) (100 * share), documents, rate, time));
    terminal.err().flush();
  }

  /// Takes the line away, so that something else can be said.
  void erase() {
    if (terminal.errIsTerminal()) {
      terminal.err().print(ERASE_LINE);
      terminal.err().flush();
    }
  }

  @Override
  public void close() {
    erase();
  }
}
