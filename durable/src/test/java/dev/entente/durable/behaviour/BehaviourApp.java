package dev.entente.durable.behaviour;

import com.sun.net.httpserver.HttpServer;
import dev.entente.inngest.Inngest;
import dev.entente.inngest.serve.HttpServerAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;

/// The functions in Java as an app of a process of its own.
public final class BehaviourApp {
  private BehaviourApp() {}

  /// Serves them at `/api/inngest` on loopback, prints the port, and ends with its input. What it
  /// trusts and where its server is stands in the variables of Inngest.
  static void main(String[] arguments) throws IOException {
    HttpServer server = serve(System.getenv());
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // lives no longer than the test
    }
    server.stop(0);
    System.exit(0);
  }

  /// Serves them in this process, at a port of its own.
  public static HttpServer serve(Map<String, String> environment) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Inngest inngest = Inngest.of(BehaviourFunctions.APP, environment);
    server.createContext(
        "/api/inngest", new HttpServerAdapter(inngest.serve("test", BehaviourFunctions.all())));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }
}
