package dev.entente.cli.terminal;

/// One line on a terminal that says how far a command is, how fast it goes and how long it will
/// take; silent where nobody watches.
public final class Progress implements AutoCloseable {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long BETWEEN_LINES = NANOS_PER_SECOND / 5;

  private final Terminal terminal;
  private final StatusLine line;
  private final String key;
  private final long bytes;
  private final long start;
  private long lastShown;
  private long counted;

  /// Starts the clock of one piece of work.
  ///
  /// @param key of the message that shows per cent, a count, that count a second and the time left
  /// @param bytes of the whole work
  public Progress(Terminal terminal, String key, long bytes) {
    this.terminal = terminal;
    line = new StatusLine(terminal);
    this.key = key;
    this.bytes = Math.max(1, bytes);
    start = terminal.nanoTime().getAsLong();
    lastShown = start;
  }

  /// Counts a document.
  ///
  /// @param bytesDone since the start
  public void document(long bytesDone) {
    reach(counted + 1, bytesDone);
  }

  /// Tells how far the work is.
  ///
  /// @param count of whatever the message counts, since the start
  /// @param bytesDone since the start
  public void reach(long count, long bytesDone) {
    counted = count;
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
    line.show(key, (int) (100 * share), counted, Math.round(counted / seconds), time);
  }

  /// Takes the line away, so that something else can be said.
  public void erase() {
    line.erase();
  }

  @Override
  public void close() {
    erase();
  }
}
