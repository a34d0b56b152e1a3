package dev.entente.server.matchings;

import static java.util.function.Predicate.not;

import dev.entente.server.postings.StoredPosting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Replaces the stored lists of job postings, each at once.
@Component
public class MatchingWriter {
  /* A list is ranked and written while nothing that it depends on can change: the postings and their
   * ranking rows are locked, and no change of candidates is being weighed. The ranker brings its
   * candidates up to date under these locks, so whoever writes a list later ranked from later ones, and
   * a change that is weighed later finds the list as it is. Everybody locks in one order: candidates by
   * id, the lock of lists, postings by id, their ranking rows, their matchings, their requests by id.
   *
   * A list that would be stored as it is stays: its mark, a digest, tells that without reading a row. */

  /// Most matchings that are listed of one posting.
  public static final int PLACES = 50;

  // Whoever writes holds a connection while candidates are brought up to date, which takes others.
  private static final int MOST_WRITERS = 8;

  /// Ranks postings that are locked.
  public interface Ranker {
    /// Ranks with candidates as they are now.
    Ranked rank(List<Order> orders);

    /// Whether it ranks postings of which a request asks for the list, and no others, and nobody is
    /// told that the list is stored: the commit does not wait for the disk then.
    default boolean isOnRequest() {
      return false;
    }
  }

  /// A posting to be ranked.
  ///
  /// @param places how many matchings are needed: some of them were rejected
  /// @param leastTotal of the list until now, if it took all places
  /// @param isRequested whether its list waits to be computed again
  public record Order(
      StoredPosting posting, int places, Optional<Integer> leastTotal, boolean isRequested) {}

  /// What a ranker made of its orders; those it names nowhere keep their lists.
  ///
  /// @param failures why postings could not be ranked, by id
  public record Ranked(List<RankedPosting> postings, Map<String, RuntimeException> failures) {}

  /// What was done.
  ///
  /// @param lists how many were written
  /// @param matchings how many they list
  /// @param failures why postings kept their lists, by id
  public record Written(int lists, int matchings, Map<String, RuntimeException> failures) {
    /// Nothing.
    public static final Written NOTHING = new Written(0, 0, Map.of());

    /// What is left of a posting that failed.
    public static Written failed(String postingId, RuntimeException failure) {
      return new Written(0, 0, Map.of(postingId, failure));
    }

    /// Both together.
    public Written plus(Written other) {
      Map<String, RuntimeException> all = new HashMap<>(failures);
      all.putAll(other.failures);
      return new Written(lists + other.lists, matchings + other.matchings, all);
    }
  }

  private final StoredPosting.Finder postings;
  private final RankingRequests requests;
  private final ListLock lock;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final Reasoning reasoning;
  private final MatchingRows rows;
  private final RankingRows rankings;
  private final NewMatchings newRows;
  private final StagedMatchings staged;
  private final Semaphore writers = new Semaphore(MOST_WRITERS, true);

  MatchingWriter(
      JdbcTemplate template,
      StoredPosting.Finder postings,
      RankingRequests requests,
      ListLock lock,
      TransactionTemplate transactions,
      InstantSource clock,
      Reasoning reasoning) {
    this.postings = postings;
    this.requests = requests;
    this.lock = lock;
    this.transactions = transactions;
    this.clock = clock;
    this.reasoning = reasoning;
    rows = new MatchingRows(JdbcClient.create(template));
    rankings = new RankingRows(template);
    newRows = new NewMatchings(template);
    staged = new StagedMatchings(template);
  }

  /// Ranks and writes the lists of those of some postings that are active, in one transaction.
  public Written write(List<String> postingIds, Ranker ranker) {
    writers.acquireUninterruptibly();
    try {
      return transactions.execute(
          _ -> {
            lock(ranker);
            return replace(postings.lockActive(postingIds), ranker);
          });
    } finally {
      writers.release();
    }
  }

  private void lock(Ranker ranker) {
    if (ranker.isOnRequest()) {
      lock.toReplaceOnRequest();
    } else {
      lock.toReplace();
    }
  }

  private Written replace(List<StoredPosting> active, Ranker ranker) {
    List<String> ids = active.stream().map(StoredPosting::id).toList();
    rankings.lock(ids);
    Map<String, ListBefore> before = rankings.read(ids);
    Ranked ranked =
        ranker.rank(active.stream().map(one -> order(one, listOf(one.id(), before))).toList());
    List<ListedPosting> lists =
        ranked.postings().stream()
            .map(one -> ListedPosting.of(one, listOf(one.postingId(), before)))
            .toList();
    write(reasoning.of(lists, active));
    requests.answered(asked(lists));
    int matchings = lists.stream().mapToInt(list -> list.matchings().size()).sum();
    return new Written(lists.size(), matchings, ranked.failures());
  }

  private static ListBefore listOf(String postingId, Map<String, ListBefore> before) {
    return Objects.requireNonNull(before.get(postingId));
  }

  private static Order order(StoredPosting posting, ListBefore before) {
    return new Order(
        posting,
        PLACES + before.rejected().size(),
        before.leastTotal(),
        before.asked().isPresent());
  }

  private static Map<String, Long> asked(List<ListedPosting> lists) {
    Map<String, Long> asked = new HashMap<>();
    lists.forEach(
        list -> list.before().asked().ifPresent(position -> asked.put(list.postingId(), position)));
    return asked;
  }

  private void write(List<ListReasons> lists) {
    Instant now = clock.instant();
    List<WrittenList> written = new ArrayList<>();
    List<ListReasons> changed = new ArrayList<>();
    for (ListReasons list : lists) {
      list.asBefore().ifPresentOrElse(written::add, () -> changed.add(list));
    }
    if (!changed.isEmpty()) {
      written.addAll(rewrite(changed, now));
    }
    rankings.update(written, now);
    reasoning.tell(written);
  }

  private List<WrittenList> rewrite(List<ListReasons> changed, Instant now) {
    Map<String, Map<String, KnownRow>> known =
        rows.known(
            ids(changed.stream().map(ListReasons::list).filter(list -> list.before().hasRows())));
    List<ReasonedList> reasoned = reasoning.reason(changed, known, now);
    rows.begin();
    newRows.add(reasoned.stream().filter(ReasonedList::isNew).toList(), now);
    replaceRows(reasoned.stream().filter(not(ReasonedList::isNew)).toList(), known, now);
    return reasoned.stream().map(ReasonedList::written).toList();
  }

  private void replaceRows(
      List<ReasonedList> lists, Map<String, Map<String, KnownRow>> known, Instant now) {
    if (lists.isEmpty()) {
      return;
    }
    staged.stage(lists);
    List<String> ids = ids(lists.stream().map(ReasonedList::list));
    if (lists.stream().anyMatch(one -> one.list().leavesOut(known))) {
      rows.unlistOthers(ids, now);
    }
    rows.merge(ids, now);
  }

  private static List<String> ids(Stream<ListedPosting> lists) {
    return lists.map(ListedPosting::postingId).toList();
  }
}
