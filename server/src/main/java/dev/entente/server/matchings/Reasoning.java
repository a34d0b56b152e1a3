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

  /// The lists with their reasons, in their order.
  ///
  /// @param postings of all lists
  /// @param known the stored rows, by posting and candidate
  List<ReasonedList> reason(
      List<ListedPosting> lists,
      List<StoredPosting> postings,
      Map<String, Map<String, KnownRow>> known,
      Instant now) {
    Map<String, StoredPosting> byId = new HashMap<>();
    postings.forEach(posting -> byId.put(posting.id(), posting));
    List<ListReasons> reasons = new ArrayList<>();
    for (ListedPosting list : lists) {
      String id = list.postingId();
      reasons.add(
          new ListReasons(
              list,
              known.getOrDefault(id, Map.of()),
              Objects.requireNonNull(byId.get(id)),
              policy));
    }
    Map<ReasonTexts.Key, Optional<Reason>> written = written(reasons);
    return reasons.stream().map(one -> one.with(written, now)).toList();
  }

  /// What models have written of facts that are new to their rows.
  private Map<ReasonTexts.Key, Optional<Reason>> written(List<ListReasons> reasons) {
    List<String> postings = new ArrayList<>();
    Set<Long> digests = new HashSet<>();
    for (ListReasons one : reasons) {
      if (digests.addAll(one.newDigests())) {
        postings.add(one.list().postingId());
      }
    }
    return policy.writer().isEmpty() || digests.isEmpty()
        ? Map.of()
        : texts.known(postings, digests);
  }

  /// Tells that lists were written.
  void tell(List<ReasonedList> lists) {
    List<ReasonListener.Listed> told = lists.stream().map(ReasonedList::told).toList();
    listeners.forEach(listener -> listener.listed(told));
  }
}
