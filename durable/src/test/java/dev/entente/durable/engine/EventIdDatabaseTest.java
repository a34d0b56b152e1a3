package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What senders' ids keep from being started twice.
final class EventIdDatabaseTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static InngestFunction once() {
    return InngestFunction.withId("once")
        .on(Trigger.event("test/once"))
        .runs((context, step) -> null);
  }

  private static long count(TestEngine engine, String table) {
    return engine
        .list("SELECT count(*) AS n FROM durable." + table, row -> row.large("n"))
        .getFirst();
  }

  @Test
  void idCountsForADayFromTheEventThatStartedFunctions() throws Exception {
    var clock = new SettableClock(NOON);
    try (var engine = TestEngine.at(clock, once())) {
      for (int hours = 0; hours < 9 * 24; hours += 23) {
        engine.engine.events().send(Event.of("test/once").withId("e-1"));
        clock.advance(Duration.ofHours(23));
      }

      assertThat(count(engine, "run")).isEqualTo(5);
      assertThat(count(engine, "event")).isEqualTo(10);
    }
  }

  @Test
  void idCountsForEachNameByItself() throws Exception {
    try (var engine = TestEngine.of(once())) {
      engine.engine.events().send(Event.of("test/other").withId("e-1"));
      engine
          .engine
          .events()
          .send(
              Stream.of("e-1", "e-1", "e-2").map(id -> Event.of("test/once").withId(id)).toList());

      assertThat(count(engine, "run")).isEqualTo(2);
    }
  }

  @Test
  void longestNameAndIdAreKept() throws Exception {
    String name = distinctCharacters(37);
    String id = distinctCharacters(39);
    try (var engine = TestEngine.of(once())) {
      for (String each : List.of(id, id, id.substring(1))) {
        engine.engine.events().send(Event.of(name).withId(each));
      }

      assertThat(count(engine, "event")).isEqualTo(3);
      assertThat(count(engine, "event_key")).isEqualTo(2);
    }
  }

  // Of three bytes each.
  private static String distinctCharacters(int apart) {
    return IntStream.range(0, 512)
        .map(number -> 0x4E00 + apart * number)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void manyEventsWithIdsAreSentAtOnceBySeveral() throws Exception {
    List<Event> events =
        IntStream.range(0, 5_000)
            .mapToObj(number -> Event.of("test/many").withId("e-" + number))
            .toList();
    List<Event> reversed = new ArrayList<>(events);
    Collections.reverse(reversed);
    try (var engine = TestEngine.of(once());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sending =
          Stream.of(events, reversed, events)
              .map(
                  several ->
                      CompletableFuture.supplyAsync(
                          () -> engine.engine.events().send(several), threads))
              .toList();

      assertThat(sending).allSatisfy(sent -> assertThat(sent.join()).hasSize(5_000));
      assertThat(count(engine, "event")).isEqualTo(15_000);
      assertThat(count(engine, "event_key")).isEqualTo(5_000);
    }
  }
}
