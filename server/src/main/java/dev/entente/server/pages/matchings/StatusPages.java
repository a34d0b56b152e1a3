package dev.entente.server.pages.matchings;

import dev.entente.documents.StatusChange;
import dev.entente.server.accounts.Access;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.matchings.MoveOutcome;
import dev.entente.server.matchings.SeenStatus;
import dev.entente.server.matchings.StatusMoves;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// The buttons that move the status of one matching and take the move back. Whoever has scripts
/// gets the line as it is now, others the page.
@Controller
class StatusPages {
  private final StatusMoves moves;
  private final MatchingLists lists;
  private final StoredPosting.Finder postings;
  private final MatchingPages pages;
  private final MessageSource messages;

  StatusPages(
      StatusMoves moves,
      MatchingLists lists,
      StoredPosting.Finder postings,
      MatchingPages pages,
      MessageSource messages) {
    this.moves = moves;
    this.lists = lists;
    this.postings = postings;
    this.pages = pages;
    this.messages = messages;
  }

  /// The fields of a form that takes a move back.
  ///
  /// @param move its number
  /// @param from as in [StatusForm]
  /// @param view likewise
  record UndoForm(long move, @Nullable String from, @Nullable String view) {
    private StatusForm origin() {
      return new StatusForm(null, null, null, null, from, view);
    }
  }

  @PostMapping("/matchings/{id}/status")
  String move(
      @PathVariable String id,
      StatusForm form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
      Locale language,
      Model model) {
    if (form.lacksReason()) {
      return asked(id, form, script);
    }
    StatusChange change = form.change();
    Confirmation said = said(id, moves.move(new SeenStatus(id, form.seen()), change));
    return script == null ? back(id, form, said) : shown(id, form, said, language, model);
  }

  private String asked(String id, StatusForm form, @Nullable String script) {
    if (script != null) {
      throw ApiProblem.of(ProblemType.REJECTION_WITHOUT_REASON);
    }
    return back(id, form, Confirmation.ofRejecting(id));
  }

  @PostMapping("/matchings/{id}/status/undo")
  String undo(
      @PathVariable String id,
      UndoForm form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
      Locale language,
      Model model) {
    MoveOutcome outcome = moves.undo(id, form.move(), Optional.of(Access.PERSON));
    Confirmation said =
        outcome instanceof MoveOutcome.Overtaken ? said(id, outcome) : Confirmation.ofUndoing(id);
    return script == null
        ? back(id, form.origin(), said)
        : shown(id, form.origin(), said, language, model);
  }

  private static Confirmation said(String id, MoveOutcome outcome) {
    return switch (outcome) {
      case MoveOutcome.Made(var move) -> Confirmation.ofMove(move);
      case MoveOutcome.Idle _ -> Confirmation.NONE;
      case MoveOutcome.Overtaken _ -> Confirmation.ofOvertaken(id);
    };
  }

  private String back(String id, StatusForm form, Confirmation said) {
    Return back =
        form.isFromList()
            ? Return.toList(lists.postingOf(id), form.view()).at(id)
            : Return.toMatching(id);
    if (said.moved() != null) {
      said.moved().forEach(move -> back.saying("moved", move));
    } else if (said.undone() != null) {
      back.saying("undone", id);
    } else if (said.overtaken() != null) {
      back.saying("overtaken", id);
    } else if (said.rejecting() != null) {
      back.saying("rejecting", id);
    }
    return back.view();
  }

  // On the page of a matching more depends on the status: its rank, its history, who is beside it.
  private String shown(
      String id, StatusForm form, Confirmation said, Locale language, Model model) {
    return form.isFromList()
        ? line(id, form, said, language, model)
        : pages.matching(id, said, language, model);
  }

  private String line(String id, StatusForm form, Confirmation said, Locale language, Model model) {
    var wording = new Wording(messages, language);
    ExplainedMatching matching = lists.explain(id);
    PostingFacts posting =
        PostingFacts.of(postings.find(matching.postingId()).orElseThrow(), wording);
    model.addAttribute("line", CandidateLine.of(matching, posting, wording));
    model.addAttribute("confirmation", said);
    model.addAttribute("view", form.view());
    return "matchings/line :: answer";
  }
}
