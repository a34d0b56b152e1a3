package dev.entente.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The database in a data folder, looked at without touching anything: whoever looks may do so
/// beside a service that runs.
///
/// @param folder where the data really are
/// @param majorVersion of the PostgreSQL that made it
/// @param running the server that runs on it
public record StoredDatabase(Path folder, String majorVersion, Optional<Running> running) {
  private static final int PORT_LINE = 3;

  /// A server that runs on the data.
  ///
  /// @param pid its process
  /// @param port on loopback
  public record Running(long pid, int port) {
    /// Where the product's database is reached.
    public String jdbcUrl() {
      return Database.url(port);
    }
  }

  /// Looks for the database of a service.
  ///
  /// @param asked the data folder as the service is given it; it need not be there
  /// @return empty if there is none yet
  /// @throws IOException if the folder cannot be read, such as by another user than the service's
  public static Optional<StoredDatabase> find(Path asked) throws IOException {
    Path wanted = DataFolder.real(asked);
    List<Path> folders = List.of(wanted, DataFolder.elsewhere(wanted, PostgresServer.ELSEWHERE));
    for (Path folder : folders) {
      Path cluster = Cluster.path(folder);
      if (Files.isDirectory(cluster) && !Files.isReadable(cluster)) {
        throw new AccessDeniedException(cluster.toString());
      }
      if (Cluster.isIn(folder)) {
        return Optional.of(new StoredDatabase(folder, Cluster.version(folder), running(folder)));
      }
    }
    return Optional.empty();
  }

  // The note of a server that was killed stays behind, and its number may be another process's.
  private static Optional<Running> running(Path folder) throws IOException {
    List<String> note = note(Cluster.path(folder).resolve("postmaster.pid"));
    if (note.size() <= PORT_LINE || !isNumber(note.getFirst()) || !isNumber(note.get(PORT_LINE))) {
      return Optional.empty();
    }
    var server =
        new Running(Long.parseLong(note.getFirst()), Integer.parseInt(note.get(PORT_LINE)));
    return Optional.of(server).filter(found -> Postmaster.isServerOf(folder, found.pid()));
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,9}");
  }

  private static List<String> note(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /// Tells whether the PostgreSQL that the product brings can serve it.
  public boolean isOfOurVersion() {
    return majorVersion.equals(Binaries.MAJOR_VERSION);
  }

  /// The one user.
  public String user() {
    return Cluster.USER;
  }

  /// The user's password, which is to be shown to nobody.
  ///
  /// @throws IOException if it cannot be read
  public String password() throws IOException {
    return Cluster.line(Cluster.password(folder));
  }
}
