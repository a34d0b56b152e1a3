package dev.entente.durable.example;

import dev.entente.durable.call.LocalApp;
import dev.entente.durable.engine.DurableEngine;
import dev.entente.durable.engine.EngineSettings;
import dev.entente.durable.history.RunDetail;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

final class OrderEngine {
  record Order(String id, List<String> items) {}

  static InngestFunction fulfilOrder() {
    return InngestFunction.withId("fulfil-order")
        .on(Trigger.event("shop/order.placed"))
        .runs(
            (context, step) -> {
              Order order = context.event().data(Order.class);
              int cents = step.run("charge the card", Integer.class, () -> 1999);
              step.sleep("time to change it", Duration.ofSeconds(1));
              List<String> parcels =
                  step.parallel(
                      order.items(),
                      item -> step.run("pack " + item, String.class, () -> "parcel of " + item));
              return Map.of("cents", cents, "parcels", parcels);
            });
  }

  static RunDetail fulfil(Order order, DataSource database) {
    try (var engine = new DurableEngine(database, EngineSettings.usual())) {
      engine.start(new LocalApp("shop", List.of(fulfilOrder())));
      String event = engine.events().send(Event.of("shop/order.placed", order));
      String run = engine.runs().ofEvent(event).getFirst().id();
      return engine.runs().await(run, Duration.ofMinutes(1));
    }
  }

  static void main(String[] arguments) {
    var database = new PGSimpleDataSource(); // in earnest a pool, such as HikariCP
    database.setUrl(arguments[0]);
    System.out.println(fulfil(new Order("o-1", List.of("tree", "star")), database).output());
  }
}
