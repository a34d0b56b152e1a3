package dev.entente.server.terms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.entente.matching.numbers.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The table of terms; nobody else writes it. Shared by threads.
@Component
public class TermNumbers {
  /* New terms are added in a transaction of their own, one at a time over all processes, so that numbers
   * stay close and whoever reads a record finds its terms. What a refused document leaves behind is a
   * number that no record has. */
  private static final int KEPT = 1_000_000;
  // OFFSET 0 has each looked up in the index: joined, all terms would be read for a few of them.
  private static final String FIND =
      """
      SELECT place, number
      FROM unnest(:kinds::text[], :names::text[]) WITH ORDINALITY AS asked (kind, name, place)
      CROSS JOIN LATERAL (
        SELECT number FROM term
        WHERE term.kind = asked.kind AND term.name = asked.name OFFSET 0) AS known
      """;
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('entente.terms'))";
  private static final String ADD =
      """
      INSERT INTO term (kind, name, number)
      SELECT kind, name,
          (SELECT coalesce(max(number) + 1, 0) FROM term WHERE term.kind = new.kind)
          + row_number() OVER (PARTITION BY kind ORDER BY name) - 1
      FROM unnest(:kinds::text[], :names::text[]) AS new (kind, name)
      WHERE NOT EXISTS (SELECT FROM term WHERE term.kind = new.kind AND term.name = new.name)
      """;

  private final JdbcClient client;
  private final TransactionTemplate ownTransaction;
  private final Cache<Term, Integer> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  TermNumbers(JdbcClient client, PlatformTransactionManager transactions) {
    this.client = client;
    ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// The numbers of terms; those that have none yet get one.
  ///
  /// @return what knows these terms and no others
  public Terms of(Set<Term> terms) {
    Map<Term, Integer> numbers = find(terms);
    if (numbers.size() < terms.size()) {
      List<Term> unknown = terms.stream().filter(term -> !numbers.containsKey(term)).toList();
      Map<Term, Integer> added = ownTransaction.execute(_ -> add(unknown));
      known.putAll(added);
      numbers.putAll(added);
    }
    return terms(numbers);
  }

  /// The numbers that terms have; none is given to another, and nothing is stored.
  ///
  /// @return what knows those of the terms that are in the table
  public Terms known(Set<Term> terms) {
    return terms(find(terms));
  }

  private static Terms terms(Map<Term, Integer> numbers) {
    return (kind, name) -> numbers.getOrDefault(new Term(kind, name), Terms.UNKNOWN);
  }

  private Map<Term, Integer> find(Set<Term> terms) {
    Map<Term, Integer> numbers = HashMap.newHashMap(terms.size());
    List<Term> missing = new ArrayList<>();
    for (Term term : terms) {
      Integer number = known.getIfPresent(term);
      if (number == null) {
        missing.add(term);
      } else {
        numbers.put(term, number);
      }
    }
    if (!missing.isEmpty()) {
      Map<Term, Integer> stored = stored(missing);
      known.putAll(stored);
      numbers.putAll(stored);
    }
    return numbers;
  }

  private Map<Term, Integer> stored(List<Term> terms) {
    Map<Term, Integer> found = HashMap.newHashMap(terms.size());
    bound(FIND, terms)
        .query((RowCallbackHandler) row -> found.put(terms.get(row.getInt(1) - 1), row.getInt(2)));
    return found;
  }

  private Map<Term, Integer> add(List<Term> terms) {
    client.sql(LOCK).query((_, _) -> true).list();
    bound(ADD, terms).update();
    return stored(terms);
  }

  private JdbcClient.StatementSpec bound(String sql, List<Term> terms) {
    List<String> kinds = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Term term : terms) {
      kinds.add(term.kind().name());
      names.add(term.storedName());
    }
    return client
        .sql(sql)
        .param("kinds", kinds.toArray(String[]::new))
        .param("names", names.toArray(String[]::new));
  }
}
