package dev.entente.cli.settings;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// What a running service writes into its data folder, so that commands find it: the file
/// `service`.
///
/// @param pid of the service's process
/// @param startedAt when the system says that this process started; with it, another process that
///   has the same number later is told apart. The epoch if the system did not say
/// @param url where the service answers
public record ServiceFile(long pid, Instant startedAt, URI url) {
  private static final String NAME = "service";

  // Linux tells a start by the start of the machine, which it knows to a second.
  private static final Duration SAME = Duration.ofSeconds(2);

  /// What a service that is this process should write.
  public static ServiceFile ofThisProcess(URI url) {
    return of(ProcessHandle.current(), url);
  }

  static ServiceFile of(ProcessHandle process, URI url) {
    Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
    return new ServiceFile(process.pid(), startedAt, url);
  }

  /// Where the file is.
  public static Path in(Path dataFolder) {
    return dataFolder.resolve(NAME);
  }

  /// The service that runs on the data folder or, where none does, the demo that runs inside it.
  ///
  /// @throws CommandFailure if a file cannot be read, or holds something else
  public static Optional<ServiceFile> findRunning(Settings settings, Messages messages) {
    return Stream.of(settings.dataFolder(), settings.demoFolder())
        .flatMap(folder -> read(folder, messages).stream())
        .filter(file -> file.process().isPresent())
        .findFirst();
  }

  /// Reads the file; empty if there is none.
  ///
  /// @throws CommandFailure if it cannot be read, or holds something else
  public static Optional<ServiceFile> read(Path dataFolder, Messages messages) {
    Path file = in(dataFolder);
    try {
      return Optional.of(parse(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException | IllegalArgumentException | DateTimeException e) {
      throw CommandFailure.failed(messages.text("service.file", file));
    } catch (IOException e) {
      throw CommandFailure.failed(
          messages.text("input.unreadable", file, IoReason.of(e, messages)));
    }
  }

  private static ServiceFile parse(String text) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(text));
    return new ServiceFile(
        Long.parseLong(properties.getProperty("pid", "")),
        Instant.parse(properties.getProperty("startedAt", "")),
        URI.create(properties.getProperty("url", "")));
  }

  /// Writes the file: a reader sees all of it or what was there before.
  ///
  /// @param dataFolder must exist
  public void write(Path dataFolder) throws IOException {
    Path partial = dataFolder.resolve("." + NAME + "-" + pid);
    Files.writeString(partial, text());
    Files.move(partial, in(dataFolder), StandardCopyOption.ATOMIC_MOVE);
  }

  private String text() {
    return "pid=%d\nstartedAt=%s\nurl=%s\n".formatted(pid, startedAt, url);
  }

  /// Removes the file, unless another service has written its own since.
  public void delete(Path dataFolder) throws IOException {
    Path file = in(dataFolder);
    if (Files.exists(file) && Files.readString(file).equals(text())) {
      Files.delete(file);
    }
  }

  /// The process that wrote this, if it still runs.
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().startInstant().filter(this::isStart).isPresent());
  }

  private boolean isStart(Instant instant) {
    return Duration.between(instant, startedAt).abs().compareTo(SAME) < 0;
  }
}
