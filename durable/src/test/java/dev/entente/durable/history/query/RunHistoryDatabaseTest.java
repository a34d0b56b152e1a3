package dev.entente.durable.history.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.RunFilter;
import dev.entente.durable.history.RunSummary;
import dev.entente.durable.store.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunHistoryDatabaseTest {
  private static final List<String> FUNCTIONS = List.of("shop-a", "shop-b", "desk-a");
  private static final int RUNS = 120;

  private final EngineDatabase database = EngineDatabase.open();
  private final RunHistory history = new RunHistory(database.database());
  private final Rows rows = new Rows(database.database());
  private final List<String> events = new ArrayList<>();
  private List<RunSummary> all = List.of();

  @BeforeAll
  void write() {
    FUNCTIONS.forEach(id -> rows.function(id, id.substring(0, 4), "[]"));
    var random = new Random(1);
    String original = "";
    for (int i = 0; i < RUNS; i++) {
      Instant at = Rows.START.plus(Duration.ofMinutes(random.nextInt(10_000)));
      if (i % 5 == 0) {
        events.add(rows.event("shop/placed", at));
      }
      var statuses = RunStatus.values();
      String id =
          rows.run(
              FUNCTIONS.get(random.nextInt(3)),
              events.getLast(),
              statuses[random.nextInt(statuses.length)],
              at);
      if (random.nextInt(4) == 0 && !original.isEmpty()) {
        rows.sql("UPDATE durable.run SET rerun_of = ? WHERE id = ?", original, id);
      }
      original = i % 10 == 0 ? id : original;
    }
    all = history.list(RunFilter.ALL, 1_000);
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void allRunsAreListedNewestFirst() {
    assertThat(all)
        .hasSize(RUNS)
        .isSortedAccordingTo(Comparator.comparing(RunSummary::id).reversed());
  }

  @Test
  void eachFilterListsJustTheRunsForWhichItHolds() {
    var random = new Random(2);
    for (int i = 0; i < 400; i++) {
      RunFilter filter = filter(random);
      int most = 1 + random.nextInt(40);
      assertThat(history.list(filter, most))
          .as(filter.toString())
          .isEqualTo(all.stream().filter(holds(filter)).limit(most).toList());
    }
  }

  private RunFilter filter(Random random) {
    RunFilter filter = RunFilter.ALL;
    RunSummary any = all.get(random.nextInt(RUNS));
    filter = random.nextInt(4) == 0 ? filter.ofFunction(any.functionId()) : filter;
    filter = random.nextInt(4) == 0 ? filter.ofApp(any.functionId().substring(0, 4)) : filter;
    filter =
        random.nextInt(3) == 0 ? filter.in(any.status(), RunStatus.FAILED, any.status()) : filter;
    filter = random.nextInt(3) == 0 ? filter.from(any.queuedAt()) : filter;
    filter = random.nextInt(5) == 0 ? filter.ofEvent(any.eventId()) : filter;
    filter =
        random.nextInt(6) == 0 ? filter.rerunsOf(any.origin().rerunOf().orElse("none")) : filter;
    RunSummary other = all.get(random.nextInt(RUNS));
    filter = random.nextInt(3) == 0 ? filter.until(other.queuedAt()) : filter;
    return random.nextInt(3) == 0 ? filter.before(other.id()) : filter;
  }

  private static Predicate<RunSummary> holds(RunFilter filter) {
    return run ->
        filter.functionId().map(run.functionId()::equals).orElse(true)
            && filter.appId().map(run.functionId()::startsWith).orElse(true)
            && (filter.statuses().isEmpty() || filter.statuses().contains(run.status()))
            && filter.times().from().map(time -> !run.queuedAt().isBefore(time)).orElse(true)
            && filter.times().until().map(run.queuedAt()::isBefore).orElse(true)
            && filter.eventId().map(run.eventId()::equals).orElse(true)
            && filter.rerunOf().map(Optional::of).map(run.origin().rerunOf()::equals).orElse(true)
            && filter.before().map(id -> run.id().compareTo(id) < 0).orElse(true);
  }

  @Test
  void pagesShowEachRunOnce() {
    for (RunFilter filter : Set.of(RunFilter.ALL, RunFilter.ALL.in(RunStatus.FAILED))) {
      List<RunSummary> paged = new ArrayList<>();
      List<RunSummary> page = history.list(filter, 7);
      while (!page.isEmpty()) {
        paged.addAll(page);
        page = history.list(filter.before(page.getLast().id()), 7);
      }
      assertThat(paged).isEqualTo(history.list(filter, 1_000));
    }
  }

  @Test
  void runsOfAnEventAreTold() {
    String event = events.getFirst();

    assertThat(history.ofEvent(event))
        .isEqualTo(all.stream().filter(run -> run.eventId().equals(event)).toList())
        .isNotEmpty();
    assertThat(history.ofEvent("none")).isEmpty();
  }

  @Test
  void pageWithoutRowsOrWithTooManyIsRefused() {
    for (int most : new int[] {0, -1, 1_001}) {
      assertThatThrownBy(() -> history.list(RunFilter.ALL, most))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("got: " + most);
    }
  }

  @Test
  void timesBeyondTheEndsOfIdsListAsWell() {
    RunFilter filter = RunFilter.ALL.from(Instant.MIN).until(Instant.MAX);
    // PostgreSQL has no such times, and these filters come from people.
    assertThat(history.list(filter, 1_000)).hasSize(RUNS);
  }

  @Test
  void textThatIsNoIdFindsNothing() {
    assertThat(history.find("'; DROP TABLE durable.run; --")).isEmpty();
    assertThat(history.list(RunFilter.ALL.ofFunction("é%_"), 10)).isEmpty();
  }
}
