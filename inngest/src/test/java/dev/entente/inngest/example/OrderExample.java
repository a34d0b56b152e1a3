package dev.entente.inngest.example;

import com.sun.net.httpserver.HttpServer;
import dev.entente.inngest.Inngest;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.serve.HttpServerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

final class OrderExample {
  record Order(String id, List<String> items) {}

  record Receipt(String orderId, int cents) {}

  static InngestFunction fulfilOrder() {
    return InngestFunction.withId("fulfil-order")
        .name("Fulfil an order")
        .on(Trigger.event("shop/order.placed"))
        .retries(3)
        .runs(
            (context, step) -> {
              Order order = context.event().data(Order.class);
              Receipt receipt =
                  step.run("charge the card", Receipt.class, () -> new Receipt(order.id(), 1999));

              step.sleep("give the customer time to change it", Duration.ofHours(1));

              List<String> parcels =
                  step.parallel(
                      order.items(),
                      item -> step.run("pack " + item, String.class, () -> "parcel of " + item));

              step.run("tell the customer", () -> System.out.println("on their way: " + parcels));
              return Map.of("receipt", receipt, "parcels", parcels);
            });
  }

  static HttpServer serve(int port, Map<String, String> environment) throws Exception {
    var inngest = Inngest.of("shop", environment);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/api/inngest", new HttpServerAdapter(inngest.serve(fulfilOrder())));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  static void main(String[] arguments) throws Exception {
    serve(3000, System.getenv());
  }
}
