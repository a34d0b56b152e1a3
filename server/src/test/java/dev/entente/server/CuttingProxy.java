package dev.entente.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// Passes bytes on between the service and its database, and cuts connections in the middle of what
/// the service sends behind some words.
final class CuttingProxy implements AutoCloseable {
  private static final int BUFFER = 1 << 14;

  private final ServerSocket server;
  private final int target;
  private final String words;
  private final AtomicInteger cuts = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();

  /// @param target the database's port on this machine
  /// @param words behind which a connection is cut
  CuttingProxy(int target, String words) throws IOException {
    this.target = target;
    this.words = words;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /// Cuts connections so often from now on.
  void cut(int times) {
    left.set(times);
  }

  /// How often it has cut.
  int cuts() {
    return cuts.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        var database = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        database.setTcpNoDelay(true);
        Thread.startVirtualThread(() -> pass(client, database, true));
        Thread.startVirtualThread(() -> pass(database, client, false));
      }
    } catch (IOException e) {
      // it is closed
    }
  }

  private void pass(Socket from, Socket to, boolean isWatched) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      boolean isBehindTheWords = false;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (isBehindTheWords && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          out.write(buffer, 0, count / 2);
          cuts.incrementAndGet();
          return;
        }
        out.write(buffer, 0, count);
        isBehindTheWords = isWatched && new String(buffer, 0, count, ISO_8859_1).contains(words);
      }
    } catch (IOException e) {
      // the other half has closed both
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
