package dev.entente.server.matchings;

import static dev.entente.documents.MatchingStatus.PENDING;
import static dev.entente.documents.MatchingStatus.REJECTED;
import static dev.entente.documents.MatchingStatus.VIEWED;

import dev.entente.documents.MatchingStatus;
import dev.entente.documents.StatusChange;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people decide about matchings, and what becomes of the places that fall free: a rejected
/// one gives its place to the next at once, one that is rejected no more waits for the posting to
/// be ranked again. Each move is kept in the history.
@Component
public class StatusMoves {
  /// What became of many moves at once.
  ///
  /// @param made in the order in which they were asked for
  /// @param idle how many had nothing to change
  /// @param refused how many were not made, because somebody was quicker or the pair has left
  public record Several(List<StatusMove> made, int idle, int refused) {}

  private final MatchingRepository repository;
  private final StatusRows rows;
  private final StatusHistory history;
  private final RankingRequests requests;
  private final HeldLists lists;
  private final ListLock lock;
  private final InstantSource clock;

  StatusMoves(
      MatchingRepository repository,
      JdbcClient client,
      StatusHistory history,
      RankingRequests requests,
      HeldLists lists,
      ListLock lock,
      InstantSource clock) {
    this.repository = repository;
    this.history = history;
    this.requests = requests;
    this.lists = lists;
    this.lock = lock;
    this.clock = clock;
    rows = new StatusRows(client);
  }

  /// Moves the status of a matching, whatever it is.
  ///
  /// @throws ApiProblem if there is no such matching, or it would be pending without a rank
  @Transactional
  public void move(String id, StatusChange change) {
    move(held(id), change);
  }

  /// Moves the status of a matching, if it still is what was seen.
  ///
  /// @throws ApiProblem if there is no such matching, or it would be pending without a rank
  @Transactional
  public MoveOutcome move(SeenStatus seen, StatusChange change) {
    MatchingRow row = held(seen.matchingId());
    if (row.status() != seen.status()) {
      return overtaken(row);
    }
    return move(row, change)
        .<MoveOutcome>map(MoveOutcome.Made::new)
        .orElseGet(() -> new MoveOutcome.Idle(row.status()));
  }

  /// Moves matchings of one list that still have the statuses that were seen; the others stay, and
  /// those of other lists.
  @Transactional
  public Several moveAll(String postingId, List<SeenStatus> seen, StatusChange change) {
    lists.hold(List.of(postingId));
    Map<String, MatchingRow> known = known(postingId, seen);
    List<StatusMove> made = new ArrayList<>();
    int idle = 0;
    for (SeenStatus one : seen) {
      MatchingRow row = known.remove(one.matchingId());
      if (row != null && row.status() == one.status() && isPossible(row, change)) {
        Optional<StatusMove> move = move(row, change);
        move.ifPresent(made::add);
        idle += move.isEmpty() ? 1 : 0;
      }
    }
    return new Several(made, idle, seen.size() - made.size() - idle);
  }

  private Map<String, MatchingRow> known(String postingId, List<SeenStatus> seen) {
    return repository.findAll(seen.stream().map(SeenStatus::matchingId).toList()).stream()
        .filter(row -> row.postingId().equals(postingId))
        .collect(Collectors.toMap(MatchingRow::id, Function.identity()));
  }

  /// Takes a move back, if nothing was decided about the matching since: it has the status again
  /// that it had before. Where a rejection is taken back, it has its place again at once, unless
  /// the list was ranked under other conditions since, others are better now, or the candidate has
  /// opted out: then it waits for the posting to be ranked again, as viewed if it was pending.
  ///
  /// @param moveId of the history
  /// @param by who takes it back
  /// @throws ApiProblem if there is no such matching, or it would be pending without a rank
  @Transactional
  public MoveOutcome undo(String id, long moveId, Optional<String> by) {
    lock.toReplace(); // nobody opts out meanwhile
    MatchingRow row = held(id);
    Optional<StatusMove> last = history.last(id).filter(move -> move.id() == moveId);
    return last.<MoveOutcome>map(move -> new MoveOutcome.Made(undo(row, move.from(), by)))
        .orElseGet(() -> overtaken(row));
  }

  private StatusMove undo(MatchingRow row, MatchingStatus to, Optional<String> by) {
    var change = new StatusChange(to, by, Optional.empty());
    if (row.status() != REJECTED || to == REJECTED) {
      return make(row, change);
    }
    Instant now = clock.instant();
    if (!rows.relist(row.id(), change, now)) {
      return make(row, to == PENDING ? new StatusChange(VIEWED, by, Optional.empty()) : change);
    }
    rows.trim(row.postingId(), now);
    requests.add(List.of(row.postingId()));
    return history.add(row, change, now);
  }

  private MoveOutcome overtaken(MatchingRow row) {
    return new MoveOutcome.Overtaken(row.status(), history.last(row.id()).orElse(null));
  }

  /// @return empty if that changes no status and gives no reason
  private Optional<StatusMove> move(MatchingRow row, StatusChange change) {
    if (row.status() == change.status() && change.reason().isEmpty()) {
      requirePossible(row, change);
      rows.move(row.id(), change, clock.instant());
      return Optional.empty();
    }
    return Optional.of(make(row, change));
  }

  private StatusMove make(MatchingRow row, StatusChange change) {
    requirePossible(row, change);
    Instant now = clock.instant();
    rows.move(row.id(), change, now);
    if ((row.status() == REJECTED) != (change.status() == REJECTED)) {
      requests.add(List.of(row.postingId()));
    }
    return history.add(row, change, now);
  }

  private static void requirePossible(MatchingRow row, StatusChange change) {
    if (!isPossible(row, change)) {
      throw ApiProblem.of(ProblemType.PENDING_WITHOUT_RANK, row.id());
    }
  }

  private static boolean isPossible(MatchingRow row, StatusChange change) {
    return change.status() != PENDING || row.rank() != null;
  }

  /// The row as it is under the lock of its list.
  private MatchingRow held(String id) {
    lists.hold(List.of(find(id).postingId()));
    return find(id);
  }

  private MatchingRow find(String id) {
    return repository.find(id).orElseThrow(() -> ApiProblem.of(ProblemType.NO_MATCHING, id));
  }
}
