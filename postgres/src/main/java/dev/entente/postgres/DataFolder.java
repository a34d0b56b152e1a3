package dev.entente.postgres;

import dev.entente.postgres.PostgresEvent.Moved;
import dev.entente.postgres.PostgresEvent.RunsAs;
import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the data are, and the account that PostgreSQL runs as there.
///
/// The folder itself stays ours: where the account is another one, it may pass through the folder
/// and owns the cluster and the log in it, nothing else.
///
/// @param path real and there
record DataFolder(Path path, SystemAccount account) {
  // initdb and pg_ctl put paths between double quotes into a command for the shell.
  private static final Pattern UNQUOTABLE = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

  /// Finds the folder and makes it where it is missing.
  ///
  /// @param asked where the data should be
  /// @param tree below which they are instead, if the account cannot enter there
  static DataFolder open(Path asked, Path tree, PostgresListener listener) throws IOException {
    Path wanted = plain(real(asked));
    Path elsewhere = elsewhere(wanted, tree);
    Optional<Path> used = Stream.of(wanted, elsewhere).filter(Cluster::isIn).findFirst();
    var account = SystemAccount.choose(used.map(Cluster::path), listener);
    if (account.isOurOwn()) {
      Files.createDirectories(wanted);
      return new DataFolder(wanted.toRealPath(), account);
    }
    listener.happened(new RunsAs(account.name()));
    Path folder = used.orElse(account.canEnter(nearest(wanted)) ? wanted : elsewhere);
    createPassable(folder);
    if (!account.canEnter(folder)) {
      throw PostgresFailure.of(Kind.FOLDER_CLOSED, folder, account.name());
    }
    if (!folder.equals(wanted)) {
      listener.happened(new Moved(wanted, folder, account.name()));
    }
    return new DataFolder(folder.toRealPath(), account);
  }

  /// Where the data are below another tree.
  static Path elsewhere(Path wanted, Path tree) {
    return tree.resolve(wanted.getRoot().relativize(wanted));
  }

  /// The folder's one name: links are followed as far as it is there.
  static Path real(Path asked) throws IOException {
    Path absolute = asked.toAbsolutePath().normalize();
    Path nearest = nearest(absolute);
    if (!Files.isDirectory(nearest)) {
      throw new NotDirectoryException(nearest.toString());
    }
    return nearest.toRealPath().resolve(nearest.relativize(absolute)).normalize();
  }

  private static Path nearest(Path absolute) {
    return Stream.iterate(absolute, Objects::nonNull, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  private static Path plain(Path folder) {
    if (UNQUOTABLE.matcher(folder.toString()).find()) {
      throw PostgresFailure.of(Kind.FOLDER_NAME, folder);
    }
    return folder;
  }

  // Whatever our umask is: the account has to pass through.
  private static void createPassable(Path folder) throws IOException {
    Path there = nearest(folder);
    Files.createDirectories(folder);
    for (Path made = folder;
        made != null && !made.equals(there) && made.startsWith(there);
        made = made.getParent()) {
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }
}
