package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.matchings.Neighbours;
import dev.entente.server.matchings.StatusHistory;
import dev.entente.server.matchings.StoredList;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pages of one job posting with its list, and of one matching with its explanation.
@Controller
class MatchingPages {
  private final MatchingLists lists;
  private final StoredPosting.Finder postings;
  private final Neighbours neighbours;
  private final StatusHistory history;
  private final MessageSource messages;

  MatchingPages(
      MatchingLists lists,
      StoredPosting.Finder postings,
      Neighbours neighbours,
      StatusHistory history,
      MessageSource messages) {
    this.lists = lists;
    this.neighbours = neighbours;
    this.history = history;
    this.postings = postings;
    this.messages = messages;
  }

  @GetMapping("/postings/{id}")
  String posting(
      @PathVariable String id,
      ListQuery query,
      Confirmation confirmation,
      Locale language,
      Model model) {
    var page = ListPage.of(lists.getAll(id), query, new Wording(messages, language));
    model.addAttribute("page", page);
    model.addAttribute("posting", page.posting());
    model.addAttribute("query", query);
    model.addAttribute("mostUnranked", StoredList.MOST_UNRANKED);
    model.addAttribute("confirmation", confirmation);
    return "matchings/list";
  }

  @GetMapping("/matchings/{id}")
  String matching(
      @PathVariable String id, Confirmation confirmation, Locale language, Model model) {
    var wording = new Wording(messages, language);
    ExplainedMatching matching = lists.explain(id);
    StoredPosting stored =
        postings
            .find(matching.postingId())
            .orElseThrow(() -> ApiProblem.of(ProblemType.NO_MATCHING, id));
    PostingFacts posting = PostingFacts.of(stored, wording);
    model.addAttribute("posting", posting);
    model.addAttribute("matching", MatchingView.of(matching, posting, wording));
    model.addAttribute(
        "history", history.of(id).stream().map(move -> HistoryLine.of(move, wording)).toList());
    model.addAttribute("beside", Beside.of(neighbours.of(matching), wording));
    model.addAttribute("confirmation", confirmation);
    return "matchings/matching";
  }
}
