package dev.entente.server.pages.matchings;

import dev.entente.documents.MatchingStatus;
import dev.entente.server.accounts.Access;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.matchings.MoveOutcome;
import dev.entente.server.matchings.SeenStatus;
import dev.entente.server.matchings.StatusMoves;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The buttons that move several matchings of one list, and take these moves back.
@Controller
class BulkPages {
  private final StatusMoves moves;
  private final MatchingLists lists;
  private final StoredPosting.Finder postings;

  BulkPages(StatusMoves moves, MatchingLists lists, StoredPosting.Finder postings) {
    this.moves = moves;
    this.lists = lists;
    this.postings = postings;
  }

  /// The matchings that were chosen.
  ///
  /// @param m each an id, a colon and the status that was seen, or the number of a move
  record Chosen(@Nullable List<String> m) {
    private static final int MOST = 250;

    private Stream<String[]> pairs() {
      return Objects.requireNonNullElse(m, List.<String>of()).stream()
          .limit(MOST)
          .map(pair -> pair.split(":", 2))
          .filter(pair -> pair.length == 2);
    }

    private List<SeenStatus> seen() {
      return pairs()
          .flatMap(
              pair ->
                  Arrays.stream(MatchingStatus.values())
                      .filter(status -> status.name().equals(pair[1]))
                      .map(status -> new SeenStatus(pair[0], status)))
          .toList();
    }
  }

  @PostMapping("/postings/{id}/status")
  String move(@PathVariable String id, StatusForm form, Chosen chosen) {
    requirePosting(id);
    if (form.lacksReason()) {
      return Return.toList(id, form.view()).saying("rejecting", "several").view();
    }
    StatusMoves.Several several = moves.moveAll(id, chosen.seen(), form.change());
    Return back = Return.toList(id, form.view());
    several.made().forEach(one -> back.saying("moved", one.id()));
    if (several.refused() > 0) {
      back.saying("refused", several.refused());
    } else if (several.made().isEmpty()) {
      back.saying(several.idle() > 0 ? "idle" : "refused", several.idle());
    }
    return back.view();
  }

  @PostMapping("/postings/{id}/status/undo")
  String undo(@PathVariable String id, StatusForm form, Chosen chosen) {
    requirePosting(id);
    long refused =
        chosen
            .pairs()
            .filter(pair -> pair[1].matches("\\d{1,18}"))
            .filter(pair -> !isUndone(id, pair[0], Long.parseLong(pair[1])))
            .count();
    Return back = Return.toList(id, form.view());
    if (refused > 0) {
      back.saying("refused", refused);
    }
    return back.view();
  }

  private void requirePosting(String id) {
    if (postings.find(id).isEmpty()) {
      throw ApiProblem.of(ProblemType.NO_POSTING, id);
    }
  }

  // Who has left the list meanwhile has no move to take back.
  private boolean isUndone(String postingId, String id, long move) {
    try {
      return lists.postingOf(id).equals(postingId)
          && moves.undo(id, move, Optional.of(Access.PERSON)) instanceof MoveOutcome.Made;
    } catch (ApiProblem e) {
      if (e.type() != ProblemType.NO_MATCHING && e.type() != ProblemType.PENDING_WITHOUT_RANK) {
        throw e;
      }
      return false;
    }
  }
}
