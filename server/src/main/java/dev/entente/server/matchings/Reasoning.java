package dev.entente.server.matchings;

import dev.entente.server.postings.StoredPosting;
import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.wording.ReasonPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives lists that are about to be written their reasons, and tells who is to write others.
@Component
final class Reasoning {
  private final ReasonTexts texts;
  private final ReasonPolicy policy;
  private final List<ReasonListener> listeners;

  Reasoning(JdbcClient client, ReasonPolicy policy, List<ReasonListener> listeners) {
    texts = new ReasonTexts(client);
    this.policy = policy;
    this.listeners = List.copyOf(listeners);
  }

  /// Lists whose reasons are to be found, in their order.
  ///
  /// @param postings of all lists
  List<ListReasons> of(List<ListedPosting> lists, List<StoredPosting> postings) {
    Map<String, StoredPosting> byId = new HashMap<>();
    postings.forEach(posting -> byId.put(posting.id(), posting));
    return lists.stream()
        .map(
            list ->
                new ListReasons(list, Objects.requireNonNull(byId.get(list.postingId())), policy))
        .toList();
  }

  /// The lists with their reasons, in their order.
  ///
  /// @param known the stored rows, by posting and candidate
  List<ReasonedList> reason(
      List<ListReasons> lists, Map<String, Map<String, KnownRow>> known, Instant now) {
    Map<ReasonTexts.Key, Optional<Reason>> written = written(lists, known);
    return lists.stream().map(one -> one.with(rowsOf(one, known), written, now)).toList();
  }

  private static Map<String, KnownRow> rowsOf(
      ListReasons list, Map<String, Map<String, KnownRow>> known) {
    return known.getOrDefault(list.list().postingId(), Map.of());
  }

  /// What models have written of facts that are new to their rows.
  private Map<ReasonTexts.Key, Optional<Reason>> written(
      List<ListReasons> lists, Map<String, Map<String, KnownRow>> known) {
    List<String> postings = new ArrayList<>();
    Set<Long> digests = new HashSet<>();
    for (ListReasons one : lists) {
      List<Long> fresh = one.newDigests(rowsOf(one, known));
      if (!fresh.isEmpty()) {
        digests.addAll(fresh);
        postings.add(one.list().postingId());
      }
    }
    return policy.writer().isEmpty() || digests.isEmpty()
        ? Map.of()
        : texts.known(postings, digests);
  }

  /// Tells that lists were written, or are stored as they would be.
  void tell(List<WrittenList> lists) {
    List<ReasonListener.Listed> heard = lists.stream().map(WrittenList::heard).toList();
    listeners.forEach(listener -> listener.listed(heard));
  }
}
