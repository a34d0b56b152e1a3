package dev.entente.matching.index;

import dev.entente.matching.criteria.RunConditions;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that was worked out from the records of many candidates together. Immutable, shared by
/// threads.
final class Base {
  private final CandidateRecords records;
  private final Standings standings;
  private final Map<Integer, DomainRanks> ranks;
  private final Census census;
  private final Supplier<IdTable> ids;

  Base(CandidateRecords records, RunConditions conditions) {
    standings = new Standings(conditions);
    IndexBuild.Built built = IndexBuild.of(records, standings);
    this.records = built.records();
    ranks =
        built.ranks().stream()
            .collect(Collectors.toUnmodifiableMap(DomainRanks::domain, one -> one));
    census = built.census();
    ids = new Once<>(() -> new IdTable(built.records()));
  }

  /// Worked out when it is first needed: a run needs none.
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> work;
    private volatile @Nullable T value;

    private Once(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public T get() {
      T known = value;
      if (known == null) {
        synchronized (this) {
          known = value;
          if (known == null) {
            known = work.get();
            value = known;
          }
        }
      }
      return known;
    }
  }

  CandidateRecords records() {
    return records;
  }

  Standings standings() {
    return standings;
  }

  /// The ranks of a domain, empty if nobody declares it.
  DomainRanks ranks(int domain) {
    DomainRanks found = ranks.get(domain);
    return found == null ? DomainRanks.empty(domain) : found;
  }

  Census census() {
    return census;
  }

  /// The number of a candidate, or [IdTable#NOBODY].
  int number(String id) {
    return ids.get().number(id);
  }
}
