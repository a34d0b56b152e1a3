package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list's commit waits for the disk, but where a request on the disk has the list made again.
class ListCommitDatabaseTest {
  private static final String NOTE =
      """
      CREATE TABLE public.noted (setting text);
      CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO public.noted VALUES (current_setting('synchronous_commit'));
        RETURN NULL;
      END $$;
      CREATE TRIGGER note AFTER INSERT OR UPDATE ON "CandidateMatching"
        FOR EACH STATEMENT EXECUTE FUNCTION public.note()
      """;
  private static final String NOTE_NO_MORE =
      "DROP FUNCTION public.note CASCADE; DROP TABLE public.noted";

  private final TestService service = TestService.shared();
  private final Api api = service.api();
  private final JdbcClient database = service.database();

  @BeforeEach
  void list() {
    api.store(aCandidate("c"));
    service.settle();
    database.sql(NOTE).update();
    api.store(aPosting("p"));
    service.settle();
  }

  @AfterEach
  void noteNoMore() {
    database.sql(NOTE_NO_MORE).update();
  }

  @Test
  void listThatARequestAsksForDoesNotWait() {
    assertThat(noted()).containsExactly("off");

    api.store(aCandidate("c").tested(100));
    service.settle();

    assertThat(noted()).containsOnly("off").hasSizeGreaterThan(1);
  }

  @Test
  void listOfARunWaits() {
    forget();

    api.run();

    assertThat(api.list("p")).hasSize(1);
    assertThat(noted()).containsExactly("on");
  }

  @Test
  void listThatAnAnswerSpeaksOfWaits() {
    forget();

    api.rank("p");

    assertThat(api.list("p")).hasSize(1);
    assertThat(noted()).containsExactly("on");
  }

  private void forget() {
    database.sql("DELETE FROM \"CandidateMatching\"").update();
    database.sql("DELETE FROM public.noted").update();
  }

  private List<String> noted() {
    return database
        .sql("SELECT setting FROM public.noted")
        .query((row, _) -> row.getString(1))
        .list();
  }
}
