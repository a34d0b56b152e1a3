package dev.entente.durable.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.FunctionSummary;
import dev.entente.durable.history.FunctionSummary.Trigger;
import dev.entente.durable.store.RunStatus;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FunctionCatalogDatabaseTest {
  private static final String TRIGGERS =
      """
      [{"event":"shop/placed","expression":"event.data.n > 1"},{"cron":"TZ=Europe/Paris 0 1 * * *"}]
      """;

  private final EngineDatabase database = EngineDatabase.open();
  private final FunctionCatalog catalog = new FunctionCatalog(database.database());
  private final Rows rows = new Rows(database.database());

  FunctionCatalogDatabaseTest() {
    rows.function("shop-a", "shop", TRIGGERS);
    rows.function("shop-a-failure", "shop", "[]");
    rows.run("shop-a", "e", RunStatus.QUEUED, Rows.START);
    rows.run("shop-a", "e", RunStatus.QUEUED, Rows.START.plusSeconds(1));
    rows.run("shop-a", "e", RunStatus.RUNNING, Rows.START.plusSeconds(2));
    rows.run("shop-a", "e", RunStatus.FAILED, Rows.START.plusSeconds(3));
    rows.item("cron", "shop-a#0", Rows.START.plusSeconds(90), null);
    rows.item("cron", "shop-a#1", Rows.START.plusSeconds(70), null);
    rows.item("cron", "shop-a-failure#0", Rows.START, null);
    rows.item("run", "shop-a#0", Rows.START, null);
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void functionTellsWhatStartsItAndHowItDoes() {
    FunctionSummary function = catalog.find("shop-a").orElseThrow();

    assertThat(function.triggers())
        .containsExactly(
            new Trigger(
                Optional.of("shop/placed"), Optional.of("event.data.n > 1"), Optional.empty()),
            new Trigger(
                Optional.empty(), Optional.empty(), Optional.of("TZ=Europe/Paris 0 1 * * *")));
    assertThat(function.queued()).isEqualTo(2);
    assertThat(function.running()).isEqualTo(1);
    assertThat(function.lastRun().orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    assertThat(function.nextCronAt()).contains(Rows.START.plusSeconds(70));
    assertThat(function.pausedAt()).isEmpty();
  }

  @Test
  void functionThatNeverRanIsListedToo() {
    assertThat(catalog.list())
        .extracting(FunctionSummary::id)
        .containsExactly("shop-a", "shop-a-failure");
    assertThat(catalog.list().getLast().lastRun()).isEmpty();
    assertThat(catalog.list().getLast().queued()).isZero();
  }

  @Test
  void unknownFunctionIsNotFound() {
    assertThat(catalog.find("shop")).isEmpty();
  }
}
