package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.reasons.work.ReasonFlags;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The button with which a person says that a model's reason is wrong.
@Controller
class ReasonPages {
  private final ReasonFlags flags;
  private final MatchingLists lists;

  ReasonPages(ReasonFlags flags, MatchingLists lists) {
    this.flags = flags;
    this.lists = lists;
  }

  /// Where the button was pressed.
  ///
  /// @param from as in [StatusForm]
  /// @param view likewise
  record Origin(@Nullable String from, @Nullable String view) {
    private StatusForm form() {
      return new StatusForm(null, null, null, null, from, view);
    }
  }

  @PostMapping("/matchings/{id}/flag-reason")
  String flag(@PathVariable String id, Origin origin) {
    flagOnce(id);
    Return back =
        origin.form().isFromList()
            ? Return.toList(lists.postingOf(id), origin.view())
            : Return.toMatching(id);
    return back.saying("flagged", id).at(id).view();
  }

  // Whoever presses twice, or after somebody else, finds what was wanted.
  private void flagOnce(String id) {
    try {
      flags.flag(id);
    } catch (ApiProblem e) {
      if (e.type() != ProblemType.REASON_BY_TEMPLATE) {
        throw e;
      }
    }
  }
}
