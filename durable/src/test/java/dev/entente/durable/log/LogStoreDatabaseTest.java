package dev.entente.durable.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LogStoreDatabaseTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:07:30.123456Z");
  private static EngineDatabase database;

  private LogStore store;
  private String run;

  @BeforeAll
  static void open() {
    database = EngineDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void begin() {
    store = new LogStore(database.database());
    run = "run-" + System.nanoTime();
    database
        .database()
        .transact(
            transaction ->
                transaction.update(
                    """
                    INSERT INTO durable.run (id, function_id, event_id, status, queued_at)
                    VALUES (?, 'shop-a', 'event', 'RUNNING', now())
                    """,
                    run));
  }

  private static LogLine line(String message) {
    return new LogLine(NOW, "INFO", "a.Logger", message, Optional.empty());
  }

  private static List<LogLine> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> line("line " + i)).toList();
  }

  private static List<StepLine> of(String stepHash, List<LogLine> lines) {
    return lines.stream().map(line -> new StepLine(stepHash, line)).toList();
  }

  private List<String> messages() {
    List<KeptLine> all = new ArrayList<>();
    List<KeptLine> page = store.list(run, 0, 1_000);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = store.list(run, page.getLast().id(), 1_000);
    }
    return all.stream().map(kept -> kept.line().message()).toList();
  }

  @Test
  void linesComeBackAsTheyWent() {
    List<LogLine> lines =
        List.of(line("one"), new LogLine(NOW, "ERROR", "", "två 🎉", Optional.of("a\n\tat b")));

    store.add(run, 2, of("hash", lines));
    store.add(run, 0, List.of());

    List<KeptLine> kept = store.list(run, 0, 10);
    assertThat(kept).extracting(KeptLine::line).isEqualTo(lines);
    assertThat(kept).extracting(KeptLine::stepHash).containsExactly("hash", "hash");
    assertThat(kept).extracting(KeptLine::attempt).containsExactly(2, 2);
  }

  @Test
  void linesAreReadOnFromTheLastOneThatIsKnown() {
    store.add(run, 0, of("", lines(0, 10)));

    List<KeptLine> first = store.list(run, 0, 4);
    List<KeptLine> rest = store.list(run, first.getLast().id(), 100);

    assertThat(first).extracting(kept -> kept.line().message()).endsWith("line 3");
    assertThat(rest).hasSize(6);
    assertThat(rest.getFirst().line().message()).isEqualTo("line 4");
    assertThat(store.list(run, rest.getLast().id(), 100)).isEmpty();
    assertThat(store.list("another", 0, 100)).isEmpty();
  }

  @Test
  void linesAreFoundByWordsAndLevelsFromEitherEnd() {
    store.add(run, 0, of("", lines(0, 10)));
    store.add(
        run,
        0,
        of(
            "",
            List.of(
                new LogLine(NOW, "WARN", "a.Chunk", "Part 7 breaks off", Optional.of("at b.C")),
                new LogLine(NOW, "ERROR", "a.Chunk", "100% of_it is gone", Optional.empty()))));

    assertThat(found(List.of("LINE", "7"), Set.of(), false)).containsExactly("line 7");
    assertThat(found(List.of("7"), Set.of(), true)).containsExactly("Part 7 breaks off", "line 7");
    assertThat(found(List.of("b.c"), Set.of(), true)).containsExactly("Part 7 breaks off");
    assertThat(found(List.of("chunk"), Set.of("ERROR"), true))
        .containsExactly("100% of_it is gone");
    assertThat(found(List.of("%"), Set.of(), true)).containsExactly("100% of_it is gone");
    assertThat(found(List.of(), Set.of("DEBUG"), true)).isEmpty();
    List<KeptLine> newest = store.search(run, new LogSearch(List.of(), Set.of(), true, 0, 3));
    long last = newest.getLast().id();
    assertThat(store.search(run, new LogSearch(List.of(), Set.of(), true, last, 3)))
        .extracting(kept -> kept.line().message())
        .containsExactly("line 8", "line 7", "line 6");
  }

  private List<String> found(List<String> words, Set<String> levels, boolean isNewestFirst) {
    return store.search(run, new LogSearch(words, levels, isNewestFirst, 0, 100)).stream()
        .map(kept -> kept.line().message())
        .toList();
  }

  @Test
  void charactersThatTheDatabaseHasNoneForAreReplaced() {
    store.add(
        run,
        0,
        of(
            "",
            List.of(
                new LogLine(
                    NOW, "INFO", "a\0b", "\uD83C half \uDF89 🎉 \0", Optional.of("\0\uD83C")))));

    assertThat(store.list(run, 0, 1).getFirst().line())
        .isEqualTo(
            new LogLine(
                NOW,
                "INFO",
                "a\uFFFDb",
                "\uFFFD half \uFFFD 🎉 \uFFFD",
                Optional.of("\uFFFD\uFFFD")));
  }

  @Test
  void newestLinesAreKept() {
    store.add(run, 0, of("", lines(0, 6_000)));
    assertThat(messages()).hasSize(5_000).startsWith("line 1000").endsWith("line 5999");

    store.add(run, 0, of("", lines(6_000, 6_500)));
    assertThat(messages()).hasSize(5_000).startsWith("line 1500").endsWith("line 6499");

    for (int i = 6_500; i < 8_000; i += 75) {
      store.add(run, 0, of("", lines(i, i + 75)));
      assertThat(messages()).hasSizeBetween(5_000, 5_500).endsWith("line " + (i + 74));
    }
  }

  @Test
  void anotherStoreForgetsWhatIsTooManyToo() {
    store.add(run, 0, of("", lines(0, 5_000)));

    new LogStore(database.database()).add(run, 0, of("", lines(5_000, 5_001)));

    assertThat(messages()).hasSize(5_000).startsWith("line 1").endsWith("line 5000");
  }

  @Test
  void linesOfARunThatIsGoneAreDropped() {
    store.add("gone", 0, of("", lines(0, 3)));

    assertThat(store.list("gone", 0, 10)).isEmpty();
  }

  @Test
  @Timeout(60)
  void whoeverFollowsMissesNoLineOfStepsAtOnce() {
    var done = new CountDownLatch(4);
    try (var executor = Executors.newFixedThreadPool(4)) {
      for (int step = 0; step < 4; step++) {
        String hash = "step-" + step;
        executor.execute(
            () -> {
              IntStream.range(0, 50).forEach(i -> store.add(run, 0, of(hash, lines(i, i + 3))));
              done.countDown();
            });
      }

      assertThat(follow(done)).hasSize(600);
    }
  }

  @Test
  @Timeout(60)
  void whoeverFollowsMissesNoLineOfRunsThatAreInvokedAtOnce() {
    List<String> runs = List.of(run, run + "-a", run + "-b", run + "-c");
    runs.stream().skip(1).forEach(this::invoke);
    var done = new CountDownLatch(runs.size());
    try (var executor = Executors.newFixedThreadPool(runs.size())) {
      for (String one : runs) {
        executor.execute(
            () -> {
              IntStream.range(0, 50).forEach(i -> store.add(one, 0, of("", lines(i, i + 3))));
              done.countDown();
            });
      }

      assertThat(follow(done)).hasSize(600);
    }
    assertThat(store.listWithInvoked(run + "-a", 0, 1_000)).hasSize(150);
  }

  private void invoke(String invoked) {
    database
        .database()
        .transact(
            transaction -> {
              transaction.update(
                  """
                  INSERT INTO durable.run (id, function_id, event_id, status, queued_at, invoked_by)
                  VALUES (?, 'shop-b', 'event', 'RUNNING', now(), ?)
                  """,
                  invoked,
                  run);
              transaction.update(
                  """
                  INSERT INTO durable.step
                    (run_id, hash, id, kind, status, round, planned_at, invoked_run)
                  VALUES (?, ?, 'ask', 'INVOCATION', 'PENDING', 0, now(), ?)
                  """,
                  run,
                  invoked,
                  invoked);
            });
  }

  private List<KeptLine> follow(CountDownLatch done) {
    List<KeptLine> followed = new ArrayList<>();
    while (true) {
      boolean isDone = done.getCount() == 0;
      long last = followed.isEmpty() ? 0 : followed.getLast().id();
      List<KeptLine> next = store.listWithInvoked(run, last, 1_000);
      followed.addAll(next);
      if (isDone && next.isEmpty()) {
        return followed;
      }
    }
  }
}
