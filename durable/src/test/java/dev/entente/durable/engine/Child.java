package dev.entente.durable.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A process that runs an [EngineProcess]. Shared by threads.
final class Child implements AutoCloseable {
  private static final Duration MOST = Duration.ofSeconds(60);

  private final Process process;
  private final PrintStream input;
  private final List<String> said = new ArrayList<>();

  private Child(Process process) {
    this.process = process;
    input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread.startVirtualThread(this::listen);
  }

  /// Starts one and waits until it works.
  ///
  /// @param url with the password, which is in no command line
  static Child start(String url, String settings, HaltPoint point)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProcess.class.getName(),
                settings,
                point.side().name(),
                point.place())
            .redirectErrorStream(true)
            .start();
    var child = new Child(process);
    child.tell(url);
    child.await(EngineProcess.READY);
    return child;
  }

  private void listen() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("no more to be read: " + e.getMessage());
    }
  }

  private synchronized void add(String line) {
    said.add(line);
  }

  /// Writes a line to it.
  void tell(String line) {
    input.println(line);
  }

  /// The first line that matches in some place, if it has said one.
  synchronized Optional<String> find(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return said.stream().filter(line -> pattern.matcher(line).find()).findFirst();
  }

  /// Waits for a line that matches in some place.
  String await(String regex) throws InterruptedException {
    Optional<String> line = find(regex);
    for (long end = System.nanoTime() + MOST.toNanos();
        line.isEmpty() && System.nanoTime() < end;
        line = find(regex)) {
      Thread.sleep(5);
    }
    return line.orElseThrow(() -> new AssertionError("no line with " + regex + " in " + lines()));
  }

  synchronized List<String> lines() {
    return List.copyOf(said);
  }

  /// SIGKILL.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// SIGTERM; waits until it has ended.
  void terminate() throws IOException, InterruptedException {
    signal("-TERM"); // Process.destroy() would close its input too
    if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + lines());
    }
  }

  /// SIGSTOP.
  void pause() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /// SIGCONT.
  void resume() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int code = new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    if (code != 0) {
      throw new AssertionError("kill %s: %d".formatted(name, code));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    input.close();
  }
}
