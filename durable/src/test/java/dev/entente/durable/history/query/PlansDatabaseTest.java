package dev.entente.durable.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.EventFilter;
import dev.entente.durable.history.RunFilter;
import dev.entente.durable.store.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// How lists are read once there is a lot.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlansDatabaseTest {
  private static final Pattern SCAN =
      Pattern.compile(
          "\"Node Type\": \"(?:Parallel )?Seq Scan\"[^{}]*?\"Relation Name\": \"(\\w+)\"");

  private final EngineDatabase database = EngineDatabase.open();

  PlansDatabaseTest() {
    ManyRows.fill(database.database(), 200_000);
  }

  @AfterAll
  void close() {
    database.close();
  }

  private List<String> tablesScanned(SqlQuery query) {
    String plan = database.database().inTransaction(query::explain);
    return SCAN.matcher(plan).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private void assertIndexed(String what, SqlQuery query) {
    // Functions are few and are read whole.
    assertThat(tablesScanned(query)).as(what).isSubsetOf("function");
  }

  @Test
  void listOfRunsIsReadByIndexesWhateverTheFilter() {
    List<UnaryOperator<RunFilter>> parts =
        List.of(
            filter -> filter.ofFunction("shop-3"),
            filter -> filter.ofApp("shop"),
            filter -> filter.in(RunStatus.SKIPPED, RunStatus.FAILED),
            filter -> filter.from(Rows.START).until(Rows.START.plusSeconds(86_400)),
            filter -> filter.ofEvent("E77"),
            filter -> filter.rerunsOf("R77"),
            filter -> filter.before(Rows.id(Rows.START.plusSeconds(100_000))));
    for (int chosen = 0; chosen < 1 << parts.size(); chosen++) {
      RunFilter filter = RunFilter.ALL;
      for (int part = 0; part < parts.size(); part++) {
        filter = (chosen & (1 << part)) != 0 ? parts.get(part).apply(filter) : filter;
      }
      assertIndexed(filter.toString(), RunQuery.of(filter, 50));
    }
  }

  @Test
  void listOfEventsIsReadByIndexesWhateverTheFilter() {
    List<EventFilter> filters = new ArrayList<>(List.of(EventFilter.SENT));
    filters.add(EventFilter.SENT.withInternal());
    filters.add(EventFilter.SENT.named("shop/placed"));
    filters.add(EventFilter.SENT.named("none"));
    for (EventFilter filter : List.copyOf(filters)) {
      filters.add(filter.from(Rows.START).until(Rows.START.plusSeconds(86_400)));
      filters.add(filter.before(Rows.id(Rows.START.plusSeconds(100_000))));
    }
    for (EventFilter filter : filters) {
      assertIndexed(filter.toString(), EventRows.query(filter, 50));
    }
  }

  @Test
  void listOfFunctionsIsReadByIndexes() {
    assertIndexed("functions", FunctionCatalog.all());
  }

  @Test
  void scanOfAWholeTableWouldBeSeen() {
    assertThat(tablesScanned(new SqlQuery().add("SELECT * FROM durable.run WHERE reason = 'x'")))
        .containsExactly("run");
  }
}
