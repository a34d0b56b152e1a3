package dev.entente.durable.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.EventDetail;
import dev.entente.durable.history.EventFilter;
import dev.entente.durable.history.EventSummary;
import dev.entente.durable.store.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EventHistoryDatabaseTest {
  private final EngineDatabase database = EngineDatabase.open();
  private final EventHistory history = new EventHistory(database.database());
  private final Rows rows = new Rows(database.database());
  private final List<String> sent = new ArrayList<>();
  private final List<String> internal = new ArrayList<>();

  EventHistoryDatabaseTest() {
    for (int i = 0; i < 20; i++) {
      sent.addFirst(rows.event(i % 2 == 0 ? "shop/even" : "shop/odd", at(i)));
      internal.addFirst(rows.event("inngest/function.finished", at(i)));
    }
  }

  private static Instant at(int minute) {
    return Rows.START.plusSeconds(60L * minute);
  }

  @AfterAll
  void close() {
    database.close();
  }

  private List<String> ids(EventFilter filter, int most) {
    return history.list(filter, most).stream().map(EventSummary::id).toList();
  }

  @Test
  void eventsOfTheEngineAreShownOnDemand() {
    assertThat(ids(EventFilter.SENT, 100)).isEqualTo(sent);
    assertThat(ids(EventFilter.SENT.withInternal(), 100)).hasSize(40).containsAll(internal);
    assertThat(ids(EventFilter.SENT.named("inngest/function.finished"), 100)).isEqualTo(internal);
  }

  @Test
  void pagesOfOneNameFollowEachOther() {
    EventFilter odd = EventFilter.SENT.named("shop/odd");
    List<String> first = ids(odd, 6);

    assertThat(first).hasSize(6);
    assertThat(ids(odd.before(first.getLast()), 6)).hasSize(4).doesNotContainAnyElementsOf(first);
  }

  @Test
  void namesAreToldOnceEach() {
    assertThat(history.names(100)).contains("inngest/function.finished", "shop/even", "shop/odd");
    assertThat(history.names(100)).doesNotHaveDuplicates().isSorted();
    assertThat(history.names(2)).hasSize(2);
  }

  @Test
  void rangeOfTimeIsHalfOpen() {
    assertThat(ids(EventFilter.SENT.from(at(3)).until(at(5)), 100))
        .containsExactly(sent.get(15), sent.get(16));
    assertThat(ids(EventFilter.SENT.from(at(5)).until(at(3)), 100)).isEmpty();
  }

  @Test
  void eventTellsTheRunsThatItStarted() {
    String event = rows.event("shop/other", at(99));
    String first = rows.run("shop-a", event, RunStatus.COMPLETED, at(99));
    String second = rows.run("shop-b", event, RunStatus.QUEUED, at(99));

    EventDetail found = history.find(event).orElseThrow();
    rows.sql("DELETE FROM durable.event WHERE id = ?", event);

    assertThat(found.event().runIds()).containsExactly(first, second);
    assertThat(found.event().externalId()).contains("external-" + event);
    assertThat(found.data().find("number")).isPresent();
    assertThat(history.find(event)).isEmpty();
  }
}
