package dev.entente.cli.terminal;

import org.jspecify.annotations.Nullable;

/// One line on a terminal that is written over and over; silent where nobody watches.
public final class StatusLine implements AutoCloseable {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final Terminal terminal;

  /// Shows nothing yet.
  public StatusLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Shows a message in place of the last one.
  public void show(String key, @Nullable Object... arguments) {
    print(ERASE_LINE + terminal.messages().text(key, arguments));
  }

  /// Takes the line away, so that something else can be said.
  public void erase() {
    print(ERASE_LINE);
  }

  private void print(String text) {
    if (terminal.errIsTerminal()) {
      terminal.err().print(text);
      terminal.err().flush();
    }
  }

  @Override
  public void close() {
    erase();
  }
}
