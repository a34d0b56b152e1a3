package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Several instances on one database share a night.
@Timeout(60)
class NightInstancesDatabaseTest {
  private static final int POSTINGS = 1_400; // six chunks: more than one instance takes at once
  private static final String WRITTEN =
      """
      CREATE TABLE public.written (posting text);
      CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO public.written VALUES (NEW.job_posting_id); RETURN NULL; END $$;
      CREATE TRIGGER note AFTER UPDATE ON ranking FOR EACH ROW EXECUTE FUNCTION public.note()
      """;

  @Test
  void twoInstancesWorkOnOneNightAndWriteEachListOnce() throws SQLException {
    try (TestService one = TestService.open();
        TestService other = one.twin()) {
      JdbcClient database = one.database();
      NightData.fill(one.api(), POSTINGS, 20);
      one.settle();
      NightData.move(one.api(), 0);
      one.settle();
      database.sql(WRITTEN).update();

      String run;
      try (Held _ = Held.by(one, "SELECT FROM job_posting FOR UPDATE")) {
        run = other.api().post("/api/runs").json().get("id").stringValue();
        // They look for each other's work as time goes on.
        Api.until(
            () -> {
              one.clock.advance(Duration.ofMillis(100));
              return instances(database).size() == 2;
            });
      }
      Api.until(
          () -> {
            one.clock.advance(Duration.ofMillis(100));
            return !other.api().get("/api/runs/" + run).json().get("finishedAt").isNull();
          });

      JsonNode ended = one.api().get("/api/runs/" + run).json();
      assertThat(ended.get("status").stringValue()).isEqualTo("COMPLETED");
      assertThat(ended.get("postings").get("written").intValue()).isEqualTo(POSTINGS);
      assertThat(instances(database)).hasSize(2).doesNotContainNull();
      assertThat(list(database, "SELECT DISTINCT status || attempt FROM generation_chunk"))
          .containsExactly("DONE1");
      assertThat(list(database, "SELECT posting FROM public.written"))
          .hasSize(POSTINGS)
          .doesNotHaveDuplicates();
    }
  }

  private static List<String> instances(JdbcClient database) {
    return list(
        database, "SELECT DISTINCT instance FROM generation_chunk WHERE instance IS NOT NULL");
  }

  private static List<String> list(JdbcClient database, String sql) {
    return database.sql(sql).query((row, _) -> row.getString(1)).list();
  }
}
