package dev.entente.postgres;

import dev.entente.postgres.PostgresEvent.OrphanStopped;
import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/// A PostgreSQL server of our own: unpacked, started, watched and stopped by this process, with its
/// data in a folder beside the product.
///
/// It keeps what was committed, whatever is killed. If it dies it is started again on the same
/// port, as often as it takes. If this process is killed the server runs on, and whoever starts one
/// in that folder next stops it first. Thread-safe.
public final class PostgresServer implements AutoCloseable {
  static final Path ELSEWHERE = Path.of("/var/lib/entente");
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  // Below the ports of outgoing connections: a client that tries to reach one of those while the
  // server is away may be connected with itself, and take it from the server.
  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 30_000;
  private static final int MOST_PORTS = 20;

  private final FolderLock lock;
  private final Postmaster postmaster;
  private final Database database;
  private final Watch watch;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private PostgresServer(FolderLock lock, Postmaster postmaster, Database database, Watch watch) {
    this.lock = lock;
    this.postmaster = postmaster;
    this.database = database;
    this.watch = watch;
  }

  /// Starts a server and returns when it answers; the first time that takes some seconds longer.
  ///
  /// @param folder where the data are or will be, made if it is missing; as root they may get
  ///   [elsewhere][#folder]
  /// @param nanoTime measures how long a restart took
  /// @throws PostgresFailure if it cannot; then nothing runs
  public static PostgresServer start(
      Path folder, LongSupplier nanoTime, PostgresListener listener) {
    return start(folder, ELSEWHERE, nanoTime, listener);
  }

  /// @param elsewhere below which the data are if PostgreSQL cannot enter the folder
  static PostgresServer start(
      Path folder, Path elsewhere, LongSupplier nanoTime, PostgresListener listener) {
    try {
      var place = DataFolder.open(folder, elsewhere, listener);
      var lock = FolderLock.take(place.path());
      try {
        return start(place, lock, nanoTime, listener);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw Disk.failure(folder, e);
    } catch (UncheckedIOException e) {
      throw Disk.failure(folder, Objects.requireNonNull(e.getCause()));
    }
  }

  private static PostgresServer start(
      DataFolder place, FolderLock lock, LongSupplier nanoTime, PostgresListener listener)
      throws IOException {
    Cluster.requireUsable(place.path());
    Disk.requireRoom(place.path());
    Path programs = Binaries.unpacked(place, listener);
    var postmaster = new Postmaster(place, programs);
    postmaster.clear().ifPresent(pid -> listener.happened(new OrphanStopped(pid)));
    String password = new Cluster(place, programs).prepared(listener);
    postmaster.configure();
    try {
      int port = startOnFreePort(postmaster);
      var database = new Database(port, password);
      database.create(place.path());
      var watch = new Watch(postmaster, port, nanoTime, listener);
      watch.begin();
      return new PostgresServer(lock, postmaster, database, watch);
    } catch (IOException | RuntimeException e) {
      postmaster.clear();
      throw e;
    }
  }

  private static int startOnFreePort(Postmaster postmaster) throws IOException {
    for (int tries = 1; ; tries++) {
      int port = freePort();
      try {
        postmaster.start(port);
        return port;
      } catch (PostgresFailure e) {
        if (e.kind() != Kind.PORT_TAKEN || tries == MOST_PORTS) {
          throw e;
        }
      }
    }
  }

  static int freePort() throws IOException {
    for (int port : new SecureRandom().ints(MOST_PORTS, FIRST_PORT, LAST_PORT).toArray()) {
      if (isFree(port)) {
        return port;
      }
    }
    throw PostgresFailure.of(Kind.PORT_TAKEN, FIRST_PORT + "–" + LAST_PORT);
  }

  private static boolean isFree(int port) throws IOException {
    try (var _ = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
      return true;
    } catch (BindException e) {
      return false;
    }
  }

  /// Where the database is reached: the same as long as this object lives.
  public String jdbcUrl() {
    return database.url();
  }

  /// The user who owns the database, and is superuser of the server.
  public String user() {
    return Cluster.USER;
  }

  /// The user's password, which is in no message, log or command line.
  public String password() {
    return database.password();
  }

  /// Where the data really are: another folder than the one asked for if PostgreSQL cannot enter
  /// that one, since it runs as a system account where we are root.
  public Path folder() {
    return postmaster.folder();
  }

  /// The postmaster's process; another one after a restart, and a dead one until then.
  public long pid() {
    return postmaster.pid();
  }

  /// Stops the server, waits for it and gives the folder back; what is not committed is lost. The
  /// second time nothing happens.
  ///
  /// @throws PostgresFailure if the folder cannot be read any more
  @Override
  public void close() {
    if (isClosed.getAndSet(true)) {
      return;
    }
    try (lock) {
      watch.end();
    } catch (IOException e) {
      throw Disk.failure(postmaster.folder(), e);
    }
  }
}
