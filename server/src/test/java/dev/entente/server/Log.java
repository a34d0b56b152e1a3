package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/// What services log; tests see it on standard output.
final class Log {
  private Log() {}

  /// What is logged while something is done, by whomever.
  static String during(Runnable work) {
    PrintStream out = System.out;
    var log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return log.toString(UTF_8);
  }
}
