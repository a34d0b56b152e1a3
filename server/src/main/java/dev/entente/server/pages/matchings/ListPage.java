package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.matchings.StatusMove;
import dev.entente.server.matchings.StoredList;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is shown of a posting's list.
///
/// @param ranked in the order that was asked for
/// @param unranked those with a status and without a rank, likewise
/// @param count how many are shown of how many, in a sentence
/// @param decided what was decided last about each matching, shown or not
/// @param isBare whether the posting has no matching at all
record ListPage(
    PostingFacts posting,
    ListState state,
    ListChoices choices,
    List<CandidateLine> ranked,
    List<CandidateLine> unranked,
    String count,
    List<StatusMove> decided,
    boolean isBare) {
  private static final int FEW = 3;

  static ListPage of(StoredList list, ListQuery query, Wording wording) {
    PostingFacts posting = PostingFacts.of(list.posting(), wording);
    var order = new ListOrder(query, wording);
    List<CandidateLine> ranked = lines(order.of(list.ranked()), posting, wording);
    return new ListPage(
        posting,
        ListState.of(list, wording),
        ListChoices.of(query, wording),
        ranked,
        lines(order.of(list.unranked()), posting, wording),
        wording.text("list.shown", ranked.size(), list.ranked().size()),
        Stream.concat(list.ranked().stream(), list.unranked().stream())
            .flatMap(matching -> matching.lastMove().stream())
            .toList(),
        list.ranked().isEmpty() && list.unranked().isEmpty());
  }

  private static List<CandidateLine> lines(
      List<ExplainedMatching> matchings, PostingFacts posting, Wording wording) {
    return matchings.stream()
        .map(matching -> CandidateLine.of(matching, posting, wording))
        .toList();
  }

  /// The first few that are shown, to be compared; none where there are not two.
  public List<String> firstFew() {
    List<String> few = ranked.stream().limit(FEW).map(CandidateLine::id).toList();
    return few.size() < 2 ? List.of() : few;
  }

  /// The line for which a reason is asked; null where none is, or it is not shown.
  public @Nullable CandidateLine rejecting(@Nullable String id) {
    return id == null ? null : find(id).orElse(null);
  }

  /// The moves that have just been made and can be taken back, whether the list shows these
  /// matchings or not; none where one was moved by itself and its line says so.
  public List<StatusMove> moved(Confirmation confirmation) {
    List<StatusMove> moved = decided.stream().filter(move -> confirmation.isOf(move.id())).toList();
    return moved.size() == 1 && find(moved.getFirst().matchingId()).isPresent() ? List.of() : moved;
  }

  /// All lines, those with a rank first.
  List<CandidateLine> lines() {
    return Stream.concat(ranked.stream(), unranked.stream()).toList();
  }

  /// The line of a matching; empty where it is not shown.
  Optional<CandidateLine> find(String id) {
    return lines().stream().filter(line -> line.id().equals(id)).findFirst();
  }
}
