package dev.entente.postgres;

import com.sun.security.auth.module.UnixSystem;
import dev.entente.postgres.Command.Outcome;
import dev.entente.postgres.PostgresEvent.AccountAdded;
import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The system account that PostgreSQL runs as: our own, or another if we are root, as which it
/// refuses to run.
///
/// @param prefix what stands before a command line to run it as this account
record SystemAccount(String name, int uid, int gid, List<String> prefix) {
  private static final Path ROOT = Path.of("/");
  private static final String PREFERRED = "entente";

  static boolean weAreRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /// Our own account; for root the owner of the cluster, else `entente`, which is added to the
  /// machine if that is possible, else `nobody`.
  static SystemAccount choose(Optional<Path> cluster, PostgresListener listener)
      throws IOException {
    if (!weAreRoot()) {
      var us = new UnixSystem();
      return new SystemAccount(us.getUsername(), (int) us.getUid(), (int) us.getGid(), List.of());
    }
    Optional<SystemAccount> owner = cluster.isPresent() ? ownerOf(cluster.get()) : Optional.empty();
    return owner
        .or(() -> named(PREFERRED))
        .or(() -> added(listener))
        .or(() -> named("nobody"))
        .orElseThrow(() -> PostgresFailure.of(Kind.NO_ACCOUNT));
  }

  private static Optional<SystemAccount> ownerOf(Path cluster) throws IOException {
    int uid = (int) Files.getAttribute(cluster, "unix:uid");
    int gid = (int) Files.getAttribute(cluster, "unix:gid");
    return uid == 0 ? Optional.empty() : usable(Files.getOwner(cluster).getName(), uid, gid);
  }

  private static Optional<SystemAccount> named(String name) {
    OptionalInt uid = id("-u", name);
    OptionalInt gid = id("-g", name);
    return uid.isPresent() && gid.isPresent()
        ? usable(name, uid.getAsInt(), gid.getAsInt())
        : Optional.empty();
  }

  private static OptionalInt id(String option, String name) {
    return number(Command.run(ROOT, List.of("/usr/bin/env", "id", option, name)));
  }

  private static OptionalInt number(Outcome outcome) {
    String digits = outcome.output().replace("\n", "");
    return outcome.succeeded() && digits.matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(digits))
        : OptionalInt.empty();
  }

  private static Optional<SystemAccount> added(PostgresListener listener) {
    var line =
        List.of(
            "/usr/bin/env",
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--shell",
            "/usr/sbin/nologin",
            PREFERRED);
    if (Command.run(ROOT, line).succeeded()) {
      listener.happened(new AccountAdded(PREFERRED));
    }
    return named(PREFERRED); // another process may just have added it
  }

  // A container may lack the right to change users, and a small system some of these programs.
  private static Optional<SystemAccount> usable(String name, int uid, int gid) {
    return prefixes(name, uid, gid)
        .map(prefix -> new SystemAccount(name, uid, gid, prefix))
        .filter(account -> account.isReached())
        .findFirst();
  }

  static Stream<List<String>> prefixes(String name, int uid, int gid) {
    return Stream.of(
        List.of(
            "/usr/bin/env", "setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"),
        List.of("/usr/bin/env", "runuser", "-u", name, "--"),
        List.of("/usr/bin/env", "su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", name));
  }

  boolean isReached() {
    OptionalInt reached = number(run(ROOT, List.of("/usr/bin/env", "id", "-u")));
    return reached.isPresent() && reached.getAsInt() == uid;
  }

  boolean isOurOwn() {
    return prefix.isEmpty();
  }

  /// Runs a program as this account.
  Outcome run(Path workingFolder, List<String> line) {
    return run(workingFolder, Command.NOTHING, line);
  }

  /// Runs a program as this account; it reads the input even if the account may not.
  Outcome run(Path workingFolder, Path input, List<String> line) {
    return Command.run(
        workingFolder, input, Stream.of(prefix, line).flatMap(List::stream).toList());
  }

  boolean canEnter(Path folder) {
    return run(ROOT, List.of("/bin/sh", "-c", "cd \"$0\"", folder.toString())).succeeded();
  }

  boolean owns(Path file) throws IOException {
    return uid == (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /// Gives this account a file or folder, but not what is in it.
  void own(Path file) throws IOException {
    if (!isOurOwn()) {
      Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
