package dev.entente.server.matchings;

import dev.entente.server.postings.StoredPosting;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * id, the lock of lists, postings by id, their ranking rows, their matchings. */

  /// Most matchings that are listed of one posting.
  public static final int PLACES = 50;

  /// Ranks postings that are locked.
  public interface Ranker {
    /// Ranks with candidates as they are now; a posting that fails is left out.
    List<RankedPosting> rank(List<Order> orders);
  }

  /// A posting to be ranked.
  ///
  /// @param places how many matchings are needed: some of them were rejected
  public record Order(StoredPosting posting, int places) {}

  /// What was done.
  ///
  /// @param lists how many were written
  /// @param matchings how many they list
  public record Written(int lists, int matchings) {
    /// Both together.
    public Written plus(Written other) {
      return new Written(lists + other.lists, matchings + other.matchings);
    }
  }

  private final StoredPosting.Finder postings;
  private final RankingRequests requests;
  private final ListLock lock;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final MatchingRows rows;
  private final RankingRows rankings;
  private final StagedMatchings staged;

  MatchingWriter(
      JdbcTemplate template,
      StoredPosting.Finder postings,
      RankingRequests requests,
      ListLock lock,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.postings = postings;
    this.requests = requests;
    this.lock = lock;
    this.transactions = transactions;
    this.clock = clock;
    rows = new MatchingRows(JdbcClient.create(template));
    rankings = new RankingRows(template);
    staged = new StagedMatchings(template);
  }

  /// Ranks and writes the lists of those of some postings that are active, in one transaction.
  public Written write(List<String> postingIds, Ranker ranker) {
    return transactions.execute(
        _ -> {
          lock.toReplace();
          return replace(postings.lockActive(postingIds), ranker);
        });
  }

  private Written replace(List<StoredPosting> active, Ranker ranker) {
    List<String> ids = active.stream().map(StoredPosting::id).toList();
    rankings.lock(ids);
    Map<String, Long> asked = requests.of(ids);
    Map<String, Set<String>> rejected = rows.rejected(ids);
    List<Order> orders =
        active.stream()
            .map(one -> new Order(one, PLACES + rejectedOf(one.id(), rejected).size()))
            .toList();
    List<ListedPosting> lists =
        ranker.rank(orders).stream()
            .map(one -> ListedPosting.of(one, rejectedOf(one.postingId(), rejected)))
            .toList();
    staged.stage(lists);
    rows.replace(lists.stream().map(ListedPosting::postingId).toList(), clock.instant());
    rankings.update(lists, clock.instant());
    asked.keySet().retainAll(lists.stream().map(ListedPosting::postingId).toList());
    requests.answered(asked);
    return new Written(
        lists.size(), lists.stream().mapToInt(list -> list.matchings().size()).sum());
  }

  private static Set<String> rejectedOf(String posting, Map<String, Set<String>> rejected) {
    return rejected.getOrDefault(posting, Set.of());
  }
}
